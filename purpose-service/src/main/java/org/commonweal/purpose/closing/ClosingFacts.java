package org.commonweal.purpose.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.closing.Closings.Counted;
import org.commonweal.purpose.domain.Closing;
import org.commonweal.purpose.domain.Effect;
import org.commonweal.purpose.domain.Order;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.Rulebook;
import org.commonweal.purpose.domain.Weight;
import org.commonweal.purpose.executing.Executions;
import org.commonweal.purpose.loading.OptionCount;
import org.commonweal.purpose.loading.QuestionResult;
import org.commonweal.purpose.wire.ClosedV1;
import org.commonweal.purpose.wire.DecisionAdoptedV1;
import org.commonweal.purpose.wire.ProposalClosedV1;
import org.commonweal.purpose.wire.RatifiedV1;
import org.commonweal.purpose.wire.RenewedV1;
import org.commonweal.purpose.wire.RulebookChangedV1;
import org.commonweal.purpose.wire.StageChangedV1;
import org.jspecify.annotations.Nullable;

/** What is said when a ballot closes; made by the clock, so by nobody. */
final class ClosingFacts {

    private ClosingFacts() {}

    static List<Journal.Entry> of(UUID alliance, Counted counted, Closing closing) {
        return NeedFacts.both(
                NeedFacts.both(
                        List.of(closed(counted, closing)),
                        effect(alliance, counted, closing.effect())),
                NeedFacts.closedAt(counted.ballot().closesAt(), done(counted, closing.effect())));
    }

    /** The needs that the close answers: all votes, and decisions when one was made. */
    static List<Need.Open> done(Counted counted, Effect effect) {
        return switch (effect) {
            case Effect.Renewed _, Effect.Closed _ ->
                    Stream.concat(counted.votes().stream(), counted.decisions().stream()).toList();
            case Effect.Ratified _,
                    Effect.Returned _,
                    Effect.RulesChanged _,
                    Effect.Answered _,
                    Effect.StageChanged _,
                    Effect.Ordered _,
                    Effect.Nothing _ ->
                    counted.votes();
        };
    }

    private static Journal.Entry closed(Counted counted, Closing closing) {
        var proposal = counted.ballot().proposal();
        var tally = closing.tally();
        return fact(
                counted,
                "closed",
                ProposalClosedV1.TYPE,
                proposal,
                counted.ballot().version() + 1,
                new ProposalClosedV1(
                        proposal,
                        closing.outcome(),
                        Weight.votes(tally.yes()),
                        Weight.votes(tally.no()),
                        Weight.votes(tally.abstain()),
                        Weight.votes(tally.block()),
                        Weight.votes(tally.electorate()),
                        result(counted, closing)));
    }

    /** Of a question with options, whole; of all else there is none. */
    static @Nullable QuestionResult result(Counted counted, Closing closing) {
        return closing.effect() instanceof Effect.Answered(var poll, var result)
                ? OptionCount.of(poll, result, counted.casters())
                : null;
    }

    private static List<Journal.Entry> effect(UUID alliance, Counted counted, Effect effect) {
        return switch (effect) {
            case Effect.Ratified(var purpose) -> List.of(ratified(counted, purpose));
            case Effect.Renewed renewed -> List.of(renewed(counted, renewed));
            case Effect.Closed(var purpose, _) -> List.of(ended(counted, purpose));
            case Effect.RulesChanged(var rulebook) -> List.of(changed(alliance, counted, rulebook));
            case Effect.StageChanged stage -> List.of(entered(alliance, counted, stage));
            case Effect.Ordered(var order, var reason) -> List.of(adopted(counted, order, reason));
            case Effect.Returned _, Effect.Answered _, Effect.Nothing _ -> List.of();
        };
    }

    private static Journal.Entry ratified(Counted counted, Purpose.Active purpose) {
        var text = purpose.text();
        return fact(
                counted,
                "ratified",
                RatifiedV1.TYPE,
                purpose.id().value(),
                purpose.version(),
                new RatifiedV1(
                        purpose.id().value(),
                        text.title(),
                        part(text.output()),
                        part(text.measure()),
                        deadline(purpose),
                        part(text.goal())));
    }

    private static Journal.Entry renewed(Counted counted, Effect.Renewed renewed) {
        var purpose = renewed.purpose();
        return fact(
                counted,
                "renewed",
                RenewedV1.TYPE,
                purpose.id().value(),
                purpose.version(),
                new RenewedV1(
                        purpose.id().value(),
                        purpose.text().title(),
                        renewed.before(),
                        renewed.deadline(),
                        counted.ballot().proposal()));
    }

    private static Journal.Entry ended(Counted counted, Purpose.Closed purpose) {
        return fact(
                counted,
                "purpose-closed",
                ClosedV1.TYPE,
                purpose.id().value(),
                purpose.version(),
                new ClosedV1(
                        purpose.id().value(), purpose.text().title(), counted.ballot().proposal()));
    }

    private static Journal.Entry changed(UUID alliance, Counted counted, Rulebook rulebook) {
        var ballot = counted.ballot();
        return fact(
                counted,
                "rulebook-changed",
                RulebookChangedV1.TYPE,
                alliance,
                rulebook.version(),
                RulebookChangedV1.of(rulebook, ballot.proposal(), ballot.motion().title()));
    }

    private static Journal.Entry entered(
            UUID alliance, Counted counted, Effect.StageChanged change) {
        var ballot = counted.ballot();
        return fact(
                counted,
                "stage-changed",
                StageChangedV1.TYPE,
                alliance,
                1,
                new StageChangedV1(
                        change.before().name(),
                        change.stage().name(),
                        ballot.motion().title(),
                        ballot.proposal()));
    }

    private static Journal.Entry adopted(Counted counted, Order order, String reason) {
        var ballot = counted.ballot();
        return Executions.adopted(
                ballot.proposal(),
                ballot.closesAt(),
                DecisionAdoptedV1.of(
                        ballot.proposal(),
                        ballot.rulebook(),
                        ballot.motion().title(),
                        order,
                        reason));
    }

    private static Journal.Entry fact(
            Counted counted,
            String transition,
            String type,
            UUID subject,
            long version,
            Object payload) {
        var ballot = counted.ballot();
        return new Journal.Entry(
                Ids.ofTransition(ballot.proposal(), transition, ballot.closesAt()),
                type,
                subject,
                version,
                null,
                null,
                Audience.EVERYONE,
                null,
                payload);
    }

    static LocalDate deadline(Purpose.Active purpose) {
        return part(purpose.text().deadline());
    }

    /** Opening a ballot and the table itself let no purpose through that lacks one. */
    private static <T> T part(@Nullable T part) {
        return Objects.requireNonNull(part, "a purpose on a ballot is complete");
    }
}
