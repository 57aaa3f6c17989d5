package org.commonweal.purpose.voting;

import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.StandingsGuard;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Split;
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

    private static Casting decide(Command command, OpenVotes.Found found) {
        return switch (found.earlier()) {
            case SAME -> new Casting.Repeated();
            case OTHER -> new Casting.Refused(Casting.Refusal.ID_TAKEN);
            case NONE ->
                    command.voter() == null
                            ? decideAs(found.voter(), command, found)
                            : Casting.inStead(
                                    found.stead(), voter -> decideAs(voter, command, found));
        };
    }

    private static Casting decideAs(Casting.Voter voter, Command command, OpenVotes.Found found) {
        return found.poll()
                .map(poll -> decideOn(poll, voter, command, found))
                .orElseGet(() -> decideYesOrNo(voter, command, found));
    }

    private static Casting decideYesOrNo(
            Casting.Voter voter, Command command, OpenVotes.Found found) {
        var split = found.split(command.say());
        var choice = split == null ? command.say().choice() : split.largest();
        if (choice == null) {
            return new Casting.Refused(Casting.Refusal.CAUCUS_SILENT);
        }
        var casting = Casting.decide(voter, found.terms(), found.now(), choice, command.reason());
        if (casting instanceof Casting.Cast && command.say().marks() != null) {
            return new Casting.Uncountable(
                    List.of(new Fault("/marks", "must be left out: it is yes or no")));
        }
        return split == null ? casting : casting.inParts(split, found.terms());
    }

    private static Casting decideOn(
            Poll poll, Casting.Voter voter, Command command, OpenVotes.Found found) {
        var marks = command.say().marks();
        var choice = command.say().choice();
        if (choice == null) {
            return new Casting.Refused(Casting.Refusal.SPLIT_NOT_OFFERED);
        }
        var casting =
                Casting.decide(
                        voter,
                        found.terms(),
                        found.now(),
                        choice,
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
     * @param voter whose vote it is, if it is another's
     * @param hash of the request
     */
    record Command(
            Caller caller,
            UUID id,
            ProposalId proposal,
            Say say,
            @Nullable String reason,
            @Nullable UUID voter,
            String hash) {}

    /**
     * How to vote; as the caucus where neither choice nor split is named.
     *
     * @param choice of the whole vote
     * @param marks of a question with options
     */
    record Say(@Nullable Choice choice, @Nullable Split split, @Nullable MarksDocument marks) {}
}
