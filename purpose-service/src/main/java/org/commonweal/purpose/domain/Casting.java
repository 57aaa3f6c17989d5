package org.commonweal.purpose.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.commonweal.purpose.domain.poll.Answer;
import org.commonweal.purpose.domain.poll.Fault;
import org.commonweal.purpose.domain.poll.Marking;
import org.commonweal.purpose.domain.poll.Poll;
import org.jspecify.annotations.Nullable;

/** The decision about one vote. */
public sealed interface Casting {

    /**
     * @param reason why not, where one is asked for
     */
    record Cast(Choice choice, @Nullable String reason) implements Casting {}

    /** The same command was carried out before. */
    record Repeated() implements Casting {}

    record Refused(Refusal refusal) implements Casting {}

    /** What was said cannot be counted by the question's method. */
    record Uncountable(List<Fault> faults) implements Casting {

        public Uncountable {
            faults = List.copyOf(faults);
        }
    }

    /** Why a member cannot vote on a ballot. */
    enum Refusal {
        ID_TAKEN,
        NOT_A_DELEGATE,
        NOT_IN_ELECTORATE,
        RECUSED,
        BALLOT_NOT_OPEN,
        BALLOT_CLOSED,
        /** The ballot's rule knows no block. */
        CHOICE_NOT_OFFERED,
        REASON_MISSING,
        /** It takes votes without names alone. */
        BALLOT_ANONYMOUS,
        /** A vote without a name may be in the box already. */
        PAPER_SIGNED,
        /** The member holds no vote of that elector. */
        NO_PROXY,
        /** The giver's own vote stands, and nobody's in its stead. */
        CAST_BY_ITS_OWN,
        /** Only a firm's vote of yes or no has parts. */
        SPLIT_NOT_OFFERED,
        /** The shares are not a million together. */
        SPLIT_NOT_WHOLE,
        /** Nobody of the firm has said anything. */
        CAUCUS_SILENT
    }

    static Casting decide(
            Voter voter, Terms ballot, Instant now, Choice choice, @Nullable String reason) {
        var obstacle = obstacle(voter, ballot, now);
        if (obstacle.isPresent()) {
            return new Refused(obstacle.get());
        }
        if (ballot.anonymous()) {
            return new Refused(Refusal.BALLOT_ANONYMOUS);
        }
        if (!ballot.method().offers(choice)) {
            return new Refused(Refusal.CHOICE_NOT_OFFERED);
        }
        return reason == null && ballot.method().asksWhy(choice)
                ? new Refused(Refusal.REASON_MISSING)
                : new Cast(choice, reason);
    }

    /** The same of what is asked with options, which are marked or left to the others. */
    static Casting decide(
            Voter voter,
            Terms ballot,
            Instant now,
            Choice choice,
            Poll poll,
            @Nullable Marking marks) {
        var obstacle = obstacle(voter, ballot, now);
        if (obstacle.isPresent()) {
            return new Refused(obstacle.get());
        }
        var faults = faults(choice, poll, marks);
        return faults.isEmpty() ? new Cast(choice, null) : new Uncountable(faults);
    }

    private static List<Fault> faults(Choice choice, Poll poll, @Nullable Marking marks) {
        return switch (choice) {
            case MARKED ->
                    marks == null || marks.isBlank()
                            ? List.of(
                                    new Fault(
                                            "/marks/" + Answer.field(poll.method()),
                                            "must mark an option; or abstain"))
                            : Answer.faults(poll, marks);
            case ABSTAIN ->
                    marks == null
                            ? List.of()
                            : List.of(new Fault("/marks", "must be left out by who abstains"));
            case YES, NO, BLOCK ->
                    List.of(new Fault("/choice", "must be MARKED, with marks, or ABSTAIN"));
        };
    }

    /** In another's stead: who gave the vote can cast it at any time, and then that counts. */
    static Casting inStead(Stead stead, Function<Voter, Casting> decide) {
        return stead.withheld()
                .<Casting>map(Refused::new)
                .orElseGet(() -> decide.apply(stead.voter()));
    }

    /** What is decided of the largest part holds for all of them, if each can be said. */
    default Casting inParts(Split split, Terms ballot) {
        if (!(this instanceof Cast(_, var reason))) {
            return this;
        }
        if (ballot.body() != Body.FIRMS) {
            return new Refused(Refusal.SPLIT_NOT_OFFERED);
        }
        var choices = split.shares().keySet();
        if (!choices.stream().allMatch(ballot.method()::offers)) {
            return new Refused(Refusal.CHOICE_NOT_OFFERED);
        }
        return reason == null && choices.stream().anyMatch(ballot.method()::asksWhy)
                ? new Refused(Refusal.REASON_MISSING)
                : this;
    }

    /** What keeps a member from voting; the same answer is shown on the page and to the command. */
    static Optional<Refusal> obstacle(Voter voter, Terms ballot, Instant now) {
        if (ballot.closesAt() == null) {
            return Optional.of(Refusal.BALLOT_NOT_OPEN);
        }
        if (ballot.body() == Body.FIRMS && !voter.delegate()) {
            return Optional.of(Refusal.NOT_A_DELEGATE);
        }
        if (!voter.elector()) {
            return Optional.of(Refusal.NOT_IN_ELECTORATE);
        }
        if (voter.recused()) {
            return Optional.of(Refusal.RECUSED);
        }
        // The clock decides, not whether the count has been made yet.
        return now.isBefore(ballot.closesAt())
                ? Optional.empty()
                : Optional.of(Refusal.BALLOT_CLOSED);
    }

    /**
     * A member before a ballot.
     *
     * @param delegate whether the member casts the vote of the own organization today
     * @param elector whether that organization, or the member, is in the frozen electorate
     * @param recused whether it has left this ballot to the others
     */
    record Voter(boolean delegate, boolean elector, boolean recused) {}

    /**
     * A vote of another elector.
     *
     * @param held whether the member holds it now
     * @param castByItsOwn whether the elector has voted without a proxy
     */
    record Stead(boolean held, boolean castByItsOwn, boolean elector, boolean recused) {

        /** Why it is not for the member to cast. */
        Optional<Refusal> withheld() {
            if (!held) {
                return Optional.of(Refusal.NO_PROXY);
            }
            return castByItsOwn ? Optional.of(Refusal.CAST_BY_ITS_OWN) : Optional.empty();
        }

        /** As whoever casts it stands before the ballot. */
        Voter voter() {
            return new Voter(true, elector, recused);
        }
    }

    /**
     * How a ballot is voted on.
     *
     * @param closesAt null before it opens
     * @param anonymous whether it takes votes without names alone
     */
    record Terms(Body body, Method method, @Nullable Instant closesAt, boolean anonymous) {

        /** Of a ballot on which votes are cast by name. */
        public Terms(Body body, Method method, @Nullable Instant closesAt) {
            this(body, method, closesAt, false);
        }
    }
}
