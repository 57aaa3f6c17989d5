package org.commonweal.purpose.voting;

import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.StandingsGuard;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.poll.Answer;
import org.commonweal.purpose.domain.poll.Fault;
import org.commonweal.purpose.domain.poll.Poll;
import org.commonweal.purpose.loading.MarksDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A delegate casts the vote of the own firm, or a person the own; until the close the last one
 * counts.
 */
@Component
class CastVote {

    private final Votes votes;
    private final StandingsGuard guard;

    CastVote(Votes votes, StandingsGuard guard) {
        this.votes = votes;
        this.guard = guard;
    }

    /** The decision; empty when there is no such ballot for the caller. */
    Mono<Casting> handle(Command command) {
        return guard.fresh(
                command.caller(),
                Guard.twice(
                        Mono.defer(() -> votes.cast(command, found -> decide(command, found)))));
    }

    private static Casting decide(Command command, Votes.Found found) {
        return switch (found.earlier()) {
            case SAME -> new Casting.Repeated();
            case OTHER -> new Casting.Refused(Casting.Refusal.ID_TAKEN);
            case NONE ->
                    found.poll()
                            .map(poll -> decideOn(poll, command, found))
                            .orElseGet(() -> decideYesOrNo(command, found));
        };
    }

    private static Casting decideYesOrNo(Command command, Votes.Found found) {
        var casting =
                Casting.decide(
                        found.voter(),
                        found.terms(),
                        found.now(),
                        command.choice(),
                        command.reason());
        return casting instanceof Casting.Cast && command.marks() != null
                ? new Casting.Uncountable(
                        List.of(new Fault("/marks", "must be left out: it is yes or no")))
                : casting;
    }

    private static Casting decideOn(Poll poll, Command command, Votes.Found found) {
        var marks = command.marks();
        var casting =
                Casting.decide(
                        found.voter(),
                        found.terms(),
                        found.now(),
                        command.choice(),
                        poll,
                        marks == null ? null : marks.marking());
        // What another method would read is not silently passed over.
        return casting instanceof Casting.Cast && marks != null && !reads(poll, marks)
                ? new Casting.Uncountable(
                        List.of(
                                new Fault(
                                        "/marks",
                                        "must hold nothing but " + Answer.field(poll.method()))))
                : casting;
    }

    private static boolean reads(Poll poll, MarksDocument marks) {
        return marks.given().equals(List.of(Answer.field(poll.method())));
    }

    /**
     * @param id of the command
     * @param hash of the request
     */
    record Command(
            Caller caller,
            UUID id,
            ProposalId proposal,
            Choice choice,
            @Nullable String reason,
            @Nullable MarksDocument marks,
            String hash) {}
}
