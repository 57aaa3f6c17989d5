package org.commonweal.purpose.loading;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonweal.purpose.domain.Body;
import org.commonweal.purpose.domain.Decider;
import org.commonweal.purpose.domain.Matter;
import org.commonweal.purpose.domain.Method;
import org.commonweal.purpose.domain.RulesChange;
import org.commonweal.purpose.domain.RulesChange.RuleChange;
import org.commonweal.purpose.domain.Shares;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed in a rulebook, as it is asked for and kept; what is absent stays.
 *
 * @param rules of a matter that comes twice the later one holds
 */
@Schema(name = "RulesChange")
public record RulesChangeDocument(
        @Nullable @Valid @Size(max = 8) List<@Valid @NotNull RuleChangeDocument> rules,
        @Schema(description = "How many offices people of one firm hold at most; 0 for no bound")
                @Nullable
                @Min(0)
                @Max(1_000)
                Integer seatsPerFirmMax,
        @Schema(description = "For how many others one votes at most") @Nullable @Min(0) @Max(100)
                Integer proxiesPerHolderMax,
        @Schema(description = "When a dialogue that came to no ballot is over")
                @Nullable Duration staleAfter,
        @Valid ThresholdsDocument.@Nullable Change thresholds) {

    public RulesChangeDocument {
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    public static RulesChangeDocument of(RulesChange change) {
        return new RulesChangeDocument(
                change.rules().entrySet().stream()
                        .map(entry -> RuleChangeDocument.of(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(RuleChangeDocument::matter))
                        .toList(),
                change.seatsPerFirmMax(),
                change.proxiesPerHolderMax(),
                change.staleAfter(),
                ThresholdsDocument.Change.of(change.gates(), change.wordingWindow()));
    }

    public RulesChange change() {
        var changes = new EnumMap<Matter, RuleChange>(Matter.class);
        Objects.requireNonNull(rules).forEach(rule -> changes.put(rule.matter(), rule.change()));
        return new RulesChange(
                changes,
                seatsPerFirmMax,
                proxiesPerHolderMax,
                staleAfter,
                thresholds == null ? Map.of() : thresholds.needed(),
                thresholds == null ? null : thresholds.wordingWindow());
    }

    /** Of one matter. */
    @Schema(name = "RuleChange")
    public record RuleChangeDocument(
            @NotNull Matter matter,
            @Nullable Decider decider,
            @Nullable Body body,
            @Nullable Method method,
            @Schema(
                            description =
                                    "Least share of the votes that is cast; a share that is missed by"
                                            + " less than a millionth is met, so 333333 and 333334"
                                            + " are both a third")
                    @Nullable
                    @Min(1)
                    @Max(Shares.WHOLE)
                    Integer quorumPerMillion,
            @Schema(
                            description =
                                    "Least share of yes among yes and no; 666666 and 666667 are"
                                            + " both two thirds, 500001 is more than a half")
                    @Nullable
                    @Min(1)
                    @Max(Shares.WHOLE)
                    Integer thresholdPerMillion,
            @Schema(description = "How long a dialogue comes before the ballot; PT0S for none")
                    @Nullable Duration dialogueMinimum,
            @Schema(description = "How many firms are heard before the ballot opens")
                    @Nullable
                    @Min(0)
                    @Max(1_000)
                    Integer voicesMinimum,
            @Nullable Duration ballotMinimum,
            @Schema(description = "What people of one firm weigh at most; 0 for no bound")
                    @Nullable
                    @Min(0)
                    @Max(10_000)
                    Integer votesPerFirmMax) {

        private static RuleChangeDocument of(Matter matter, RuleChange change) {
            return new RuleChangeDocument(
                    matter,
                    change.decider(),
                    change.body(),
                    change.method(),
                    change.quorumPerMillion(),
                    change.thresholdPerMillion(),
                    change.dialogueMinimum(),
                    change.voicesMinimum(),
                    change.ballotMinimum(),
                    change.votesPerFirmMax());
        }

        private RuleChange change() {
            return new RuleChange(
                    decider,
                    body,
                    method,
                    quorumPerMillion,
                    thresholdPerMillion,
                    dialogueMinimum,
                    voicesMinimum,
                    ballotMinimum,
                    votesPerFirmMax);
        }
    }
}
