package org.commonweal.purpose.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonweal.purpose.domain.poll.Fault;

/** The decision about putting something to the vote. */
public sealed interface Opening {

    /** A longer ballot would be a purpose that waits, not a vote. */
    Duration LONGEST = Duration.ofDays(90);

    record Opened(Ballot ballot) implements Opening {}

    /** The same command was carried out before. */
    record Repeated() implements Opening {}

    sealed interface Refused extends Opening {}

    record IdTaken() implements Refused {}

    /** Members put to the vote. */
    record ClassNotAllowed() implements Refused {}

    /** Only what is talked about can be put to the vote. */
    record NotInDialogue() implements Refused {}

    /** Other words are about the same; another matter is another proposal. */
    record AnotherMatter() implements Refused {}

    /** By the rulebook a delegate of the sponsor decides it. */
    record DecidedBySponsor() implements Refused {}

    /** The members are heard before they vote (claim B11). */
    record DialogueFirst(Deliberation deliberation) implements Refused {}

    record DialogueTooShort(Instant until) implements Refused {}

    /** Too few firms have said something. */
    record VoicesMissing(int needed, int heard) implements Refused {}

    record PurposeUnknown() implements Refused {}

    /** The alliance has a purpose; a new scope beside it is a new alliance. */
    record AlreadyActive() implements Refused {}

    /** A ballot on it is open already, and must close first. */
    record AlreadyProposed() implements Refused {}

    /** Only an active purpose has a deadline to renew, and an end to come to. */
    record NotRatified() implements Refused {}

    record PurposeClosed() implements Refused {}

    record Incomplete(Set<Part> missing) implements Refused {}

    /** A renewal gives more time, beyond its own ballot. */
    record DeadlineNotLater(LocalDate present) implements Refused {}

    /** A ballot on the rulebook is open already, and must close first. */
    record RulesAlreadyProposed() implements Refused {}

    record RulesUnchanged() implements Refused {}

    record RulesOutOfRange(List<RuleFlaw> flaws) implements Refused {}

    /** The options cannot be voted on as they are. */
    record QuestionFaulty(List<Fault> faults) implements Refused {}

    /** Why the alliance does not enter a stage. */
    sealed interface StageRefused extends Refused {}

    record StageAlreadyProposed() implements StageRefused {}

    record StageUnchanged(Stage stage) implements StageRefused {}

    record StageOutOfOrder(Stage from, Stage to) implements StageRefused {}

    record GatesUnmet(Stage to, List<Gate.Reading> unmet) implements StageRefused {
        public GatesUnmet {
            unmet = List.copyOf(unmet);
        }
    }

    /** What is ordered names somebody who is no member. */
    record PersonUnknown() implements Refused {}

    /** An office is given beyond its own ballot. */
    record OfficeDayPast() implements Refused {}

    /** Why it does not go on from another proposal. */
    sealed interface FollowRefused extends Refused {}

    record FollowsUnknown() implements FollowRefused {}

    /** What is still talked about or voted on is not gone on from yet. */
    record FollowedNotOver() implements FollowRefused {}

    record TooShort(Duration minimum) implements Refused {}

    record TooLong() implements Refused {}

    /** By the rule there is nobody who could decide. */
    record NobodyMayVote() implements Refused {}

    record ElectorateTooLarge() implements Refused {}

    /** Among so few whose votes weigh the same, others know who voted how. */
    record ElectorateTooSmall(int electors) implements Refused {}

    /** Decides by what is known at that moment. */
    static Opening decide(ProposalId id, Wish wish, Circumstances known, Instant closesAt) {
        var rule = known.rulebook().rule(wish.matter());
        var notYet = notYet(rule, known);
        if (notYet.isPresent()) {
            return notYet.get();
        }
        return switch (Moving.of(wish, known, closesAt)) {
            case Moving.Moved(var motion) -> open(id, motion, known, closesAt);
            case Moving.Not(var why) -> why;
        };
    }

    /** Why it cannot go on from another proposal; empty when it can. */
    static Optional<FollowRefused> following(boolean isThere, boolean isOver) {
        if (!isThere) {
            return Optional.of(new FollowsUnknown());
        }
        return isOver ? Optional.empty() : Optional.of(new FollowedNotOver());
    }

    /** What must have happened before. */
    private static Optional<Refused> notYet(Rule rule, Circumstances known) {
        if (rule.decider() == Decider.SPONSOR) {
            return Optional.of(new DecidedBySponsor());
        }
        var deliberation = rule.deliberation();
        if (!deliberation.isNeeded()) {
            return Optional.empty();
        }
        if (known.dialogue().isEmpty()) {
            return Optional.of(new DialogueFirst(deliberation));
        }
        var dialogue = known.dialogue().get();
        var until = dialogue.since().plus(deliberation.minimum());
        if (known.now().isBefore(until)) {
            return Optional.of(new DialogueTooShort(until));
        }
        var needed = deliberation.voicesOf(known.firms());
        return dialogue.voices() < needed
                ? Optional.of(new VoicesMissing(needed, dialogue.voices()))
                : Optional.empty();
    }

    private static Opening open(
            ProposalId id, Motion motion, Circumstances known, Instant closesAt) {
        var rule = known.rulebook().rule(motion.matter());
        var length = Duration.between(known.now(), closesAt);
        if (length.compareTo(rule.ballotMinimum()) < 0 || !length.isPositive()) {
            return new TooShort(rule.ballotMinimum());
        }
        if (length.compareTo(LONGEST) > 0) {
            return new TooLong();
        }
        var electorate = known.electorate(rule);
        if (electorate.electors().isEmpty()) {
            return new NobodyMayVote();
        }
        if (electorate.electors().size() > Electorate.ELECTORS_MAX) {
            return new ElectorateTooLarge();
        }
        return new Opened(
                new Ballot(
                        id,
                        motion,
                        known.now(),
                        closesAt,
                        known.rulebook(),
                        electorate,
                        Secrecy.NONE));
    }

    /** A marked paper with an order of its own would be known by it. */
    record OptionsNotAnonymous() implements Refused {}

    /** The same, with what the ballot keeps to itself; to be asked before it opens. */
    default Opening keeping(Secrecy secrecy) {
        if (!(this instanceof Opened(var ballot))) {
            return this;
        }
        if (secrecy.anonymous() && ballot.motion().hasOptions()) {
            return new OptionsNotAnonymous();
        }
        var sizes = ballot.electorate().byWeight().values();
        var least = sizes.stream().mapToInt(Integer::intValue).min().orElse(0);
        var hides = least >= Secrecy.ELECTORS_MIN && sizes.size() <= Secrecy.WEIGHTS_MAX;
        return secrecy.anonymous() && !hides
                ? new ElectorateTooSmall(least)
                : new Opened(ballot.keeping(secrecy));
    }
}
