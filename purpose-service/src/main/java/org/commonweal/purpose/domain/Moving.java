package org.commonweal.purpose.domain;

import static org.commonweal.purpose.domain.Circumstances.Obstacle.ACTIVE_PURPOSE;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.BALLOT_ON_THE_PURPOSE;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.BALLOT_ON_THE_RULES;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.BALLOT_ON_THE_STAGE;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.PROPOSED_PURPOSE;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.purpose.domain.poll.Poll;
import org.commonweal.purpose.domain.poll.Question;

/** Whether what a member wishes can be moved as things are. */
sealed interface Moving {

    /** Who will have decided it does not matter for what it would be. */
    ProposalId NOBODYS = new ProposalId(new UUID(0, 0));

    record Moved(Motion motion) implements Moving {}

    record Not(Opening.Refused why) implements Moving {}

    /**
     * @param closesAt when the ballot on it would be over
     */
    static Moving of(Wish wish, Circumstances known, Instant closesAt) {
        return switch (wish) {
            case Wish.RatifyPurpose _ -> ratify(known, closesAt);
            case Wish.RenewPurpose renewal -> renew(renewal, known, closesAt);
            case Wish.ClosePurpose(_, var conclusion) ->
                    onActive(
                            known,
                            active -> new Moved(new Motion.ClosePurpose(active, conclusion)));
            case Wish.ChangeRules change -> change(change, known);
            case Wish.AskQuestion(var question) -> ask(question);
            case Wish.ChangeStage change -> enter(change, known);
            case Wish.GiveOrder order -> order(order, known, closesAt);
        };
    }

    private static Moving ask(Question question) {
        var faults = question.poll().map(Poll::faults).orElse(List.of());
        return faults.isEmpty()
                ? new Moved(new Motion.AskQuestion(question))
                : new Not(new Opening.QuestionFaulty(faults));
    }

    private static Moving ratify(Circumstances known, Instant closesAt) {
        if (known.purpose().isEmpty()) {
            return new Not(new Opening.PurposeUnknown());
        }
        if (known.obstacles().contains(ACTIVE_PURPOSE)) {
            return new Not(new Opening.AlreadyActive());
        }
        if (known.obstacles().contains(PROPOSED_PURPOSE)) {
            return new Not(new Opening.AlreadyProposed());
        }
        return switch (known.purpose().get()) {
            case Purpose.Active _ -> new Not(new Opening.AlreadyActive());
            case Purpose.Proposed _ -> new Not(new Opening.AlreadyProposed());
            case Purpose.Closed _ -> new Not(new Opening.PurposeClosed());
            case Purpose.Draft draft -> {
                var missing = draft.text().missing(known.days().dayOf(closesAt));
                yield missing.isEmpty()
                        ? new Moved(new Motion.RatifyPurpose(draft.proposed()))
                        : new Not(new Opening.Incomplete(missing));
            }
        };
    }

    private static Moving renew(Wish.RenewPurpose renewal, Circumstances known, Instant closesAt) {
        return onActive(
                known,
                active -> {
                    var present =
                            Objects.requireNonNull(active.text().deadline(), "it was ratified");
                    var deadline = renewal.deadline();
                    return deadline.isAfter(present)
                                    && deadline.isAfter(known.days().dayOf(closesAt))
                            ? new Moved(
                                    new Motion.RenewPurpose(
                                            active, present, deadline, renewal.reason()))
                            : new Not(new Opening.DeadlineNotLater(present));
                });
    }

    private static Moving onActive(Circumstances known, Function<Purpose.Active, Moving> then) {
        if (known.purpose().isEmpty()) {
            return new Not(new Opening.PurposeUnknown());
        }
        return switch (known.purpose().get()) {
            case Purpose.Draft _, Purpose.Proposed _ -> new Not(new Opening.NotRatified());
            case Purpose.Closed _ -> new Not(new Opening.PurposeClosed());
            case Purpose.Active active ->
                    known.obstacles().contains(BALLOT_ON_THE_PURPOSE)
                            ? new Not(new Opening.AlreadyProposed())
                            : then.apply(active);
        };
    }

    /** What names somebody names who is here; the rest is for who carries it out. */
    private static Moving order(Wish.GiveOrder wish, Circumstances known, Instant closesAt) {
        var person =
                switch (wish.order()) {
                    case Order.RemoveMember(var who) -> who;
                    case Order.GiveOffice(var who, _, _) -> who;
                    case Order.EndOffice(var who, _) -> who;
                    case Order.Spend spend -> spend.person();
                    case Order.AdmitOrganization _, Order.RemoveOrganization _ -> null;
                };
        if (person != null && !known.has(person)) {
            return new Not(new Opening.PersonUnknown());
        }
        if (wish.order() instanceof Order.GiveOffice(_, _, var until)
                && !until.isAfter(known.days().dayOf(closesAt))) {
            return new Not(new Opening.OfficeDayPast());
        }
        return new Moved(new Motion.GiveOrder(wish.order(), wish.title(), wish.reason()));
    }

    private static Moving change(Wish.ChangeRules wish, Circumstances known) {
        if (known.obstacles().contains(BALLOT_ON_THE_RULES)) {
            return new Not(new Opening.RulesAlreadyProposed());
        }
        var motion =
                new Motion.ChangeRules(
                        known.rulebook(), wish.title(), wish.change(), wish.reason());
        var next = motion.next(NOBODYS);
        if (next.rulesAs(known.rulebook())) {
            return new Not(new Opening.RulesUnchanged());
        }
        var flaws = RuleFlaw.of(next, wish.change(), !known.sponsors().isEmpty());
        return flaws.isEmpty() ? new Moved(motion) : new Not(new Opening.RulesOutOfRange(flaws));
    }

    private static Moving enter(Wish.ChangeStage wish, Circumstances known) {
        if (known.obstacles().contains(BALLOT_ON_THE_STAGE)) {
            return new Not(new Opening.StageAlreadyProposed());
        }
        return switch (known.course().to(wish.stage(), known.rulebook().bounds().thresholds())) {
            case StageChange.Open(var from, var to) ->
                    new Moved(new Motion.ChangeStage(from, to, wish.title(), wish.reason()));
            case StageChange.Same(var stage) -> new Not(new Opening.StageUnchanged(stage));
            case StageChange.OutOfOrder(var from, var to) ->
                    new Not(new Opening.StageOutOfOrder(from, to));
            case StageChange.GatesUnmet(var to, var unmet) ->
                    new Not(new Opening.GatesUnmet(to, unmet));
        };
    }
}
