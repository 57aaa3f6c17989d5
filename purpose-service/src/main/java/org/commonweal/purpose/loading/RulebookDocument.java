package org.commonweal.purpose.loading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.domain.Body;
import org.commonweal.purpose.domain.Bounds;
import org.commonweal.purpose.domain.Decider;
import org.commonweal.purpose.domain.Deliberation;
import org.commonweal.purpose.domain.Matter;
import org.commonweal.purpose.domain.Method;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Provision;
import org.commonweal.purpose.domain.Rule;
import org.commonweal.purpose.domain.Rulebook;
import org.commonweal.purpose.domain.Shares;
import org.jspecify.annotations.Nullable;

/**
 * A rulebook as it is kept, and as members read it.
 *
 * @param seatsPerFirmMax how many offices the people of one firm hold at most; null for no bound
 * @param proxiesPerHolderMax for how many others one votes at most
 * @param staleAfter when a dialogue that came to no ballot is over, an ISO 8601 duration
 * @param thresholds of the life cycle
 */
@Schema(name = "Rules")
public record RulebookDocument(
        @Nullable Integer seatsPerFirmMax,
        int proxiesPerHolderMax,
        String staleAfter,
        ThresholdsDocument thresholds,
        List<RuleDocument> rules) {

    public RulebookDocument {
        rules = List.copyOf(rules);
    }

    public static RulebookDocument of(Rulebook rulebook) {
        var bounds = rulebook.bounds();
        return new RulebookDocument(
                bounds.seatsPerFirmMax(),
                bounds.proxiesPerHolderMax(),
                bounds.staleAfter().toString(),
                ThresholdsDocument.of(bounds.thresholds()),
                Arrays.stream(Matter.values())
                        .map(matter -> RuleDocument.of(matter, rulebook.provision(matter)))
                        .toList());
    }

    Rulebook rulebook(long version) {
        var provisions = new EnumMap<Matter, Provision>(Matter.class);
        rules.forEach(rule -> provisions.put(rule.matter(), rule.provision()));
        return new Rulebook(
                version,
                provisions,
                new Bounds(
                        seatsPerFirmMax,
                        proxiesPerHolderMax,
                        Duration.parse(staleAfter),
                        thresholds.thresholds()));
    }

    /**
     * Who decides a class of matters, and how.
     *
     * @param thresholdPerMillion of yes among yes and no; a majority and consent do not ask for it
     * @param dialogueMinimum an ISO 8601 duration, as the ballot's is
     * @param voicesMinimum how many firms are heard before a ballot opens
     * @param votesPerFirmMax what the people of one firm weigh together at most
     * @param movedBy the decision that made it so; null for what the founder's charter began with
     */
    @Schema(name = "Rule")
    public record RuleDocument(
            Matter matter,
            Decider decider,
            Body body,
            Method method,
            int quorumPerMillion,
            int thresholdPerMillion,
            String dialogueMinimum,
            int voicesMinimum,
            String ballotMinimum,
            @Nullable Integer votesPerFirmMax,
            @Nullable UUID movedBy) {

        public static RuleDocument of(Matter matter, Provision provision) {
            var rule = provision.rule();
            return new RuleDocument(
                    matter,
                    rule.decider(),
                    rule.body(),
                    rule.method(),
                    rule.shares().quorumPerMillion(),
                    rule.shares().thresholdPerMillion(),
                    rule.deliberation().minimum().toString(),
                    rule.deliberation().voicesMinimum(),
                    rule.ballotMinimum().toString(),
                    rule.votesPerFirmMax(),
                    provision.by() == null ? null : provision.by().value());
        }

        private Provision provision() {
            return new Provision(
                    new Rule(
                            decider,
                            body,
                            method,
                            new Shares(quorumPerMillion, thresholdPerMillion),
                            new Deliberation(Duration.parse(dialogueMinimum), voicesMinimum),
                            Duration.parse(ballotMinimum),
                            votesPerFirmMax),
                    movedBy == null ? null : new ProposalId(movedBy));
        }
    }
}
