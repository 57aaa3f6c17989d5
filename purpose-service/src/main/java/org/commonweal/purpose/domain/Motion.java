package org.commonweal.purpose.domain;

import java.time.LocalDate;
import org.commonweal.purpose.domain.poll.Question;

/** What is put to the vote, and so what happens if it passes. */
public sealed interface Motion {

    /** In one line, as its members wrote it. */
    String title();

    /** Of which class it is, and so by which rule it is decided. */
    Matter matter();

    /** Whether it is marked, not answered by yes or no. */
    default boolean hasOptions() {
        return this instanceof AskQuestion(var question) && question.poll().isPresent();
    }

    /** What the ballot's outcome changes. */
    Effect after(Outcome outcome, ProposalId decision);

    /** The purpose becomes the active one; else it is a draft again. */
    record RatifyPurpose(Purpose.Proposed purpose) implements Motion {

        @Override
        public String title() {
            return purpose.text().title();
        }

        @Override
        public Matter matter() {
            return Matter.PURPOSE;
        }

        @Override
        public Effect after(Outcome outcome, ProposalId decision) {
            return switch (outcome) {
                case ADOPTED -> new Effect.Ratified(purpose.ratified());
                case REJECTED, NO_QUORUM -> new Effect.Returned(purpose.returned());
            };
        }
    }

    /** The active purpose gets more time. */
    record RenewPurpose(Purpose.Active purpose, LocalDate before, LocalDate deadline, String reason)
            implements Motion {

        @Override
        public String title() {
            return purpose.text().title();
        }

        @Override
        public Matter matter() {
            return Matter.PURPOSE;
        }

        @Override
        public Effect after(Outcome outcome, ProposalId decision) {
            return switch (outcome) {
                case ADOPTED -> new Effect.Renewed(purpose.renewed(deadline), before, deadline);
                case REJECTED, NO_QUORUM -> new Effect.Nothing();
            };
        }
    }

    /**
     * The active purpose is over, and makes room for another.
     *
     * @param conclusion what came of it
     */
    record ClosePurpose(Purpose.Active purpose, String conclusion) implements Motion {

        @Override
        public String title() {
            return purpose.text().title();
        }

        @Override
        public Matter matter() {
            return Matter.PURPOSE;
        }

        @Override
        public Effect after(Outcome outcome, ProposalId decision) {
            return switch (outcome) {
                case ADOPTED -> new Effect.Closed(purpose.closed(), conclusion);
                case REJECTED, NO_QUORUM -> new Effect.Nothing();
            };
        }
    }

    /**
     * Another service carries it out.
     *
     * @param title in one line, as its members wrote it
     */
    record GiveOrder(Order order, String title, String reason) implements Motion {

        @Override
        public Matter matter() {
            return order.matter();
        }

        @Override
        public Effect after(Outcome outcome, ProposalId decision) {
            return switch (outcome) {
                case ADOPTED -> new Effect.Ordered(order, reason);
                case REJECTED, NO_QUORUM -> new Effect.Nothing();
            };
        }
    }

    /**
     * The next ballots are decided by other rules; those that are open keep theirs.
     *
     * @param present under which this itself is decided
     */
    record ChangeRules(Rulebook present, String title, RulesChange change, String reason)
            implements Motion {

        @Override
        public Matter matter() {
            return Matter.RULES;
        }

        /** What would be in force. */
        public Rulebook next(ProposalId decision) {
            return present.changed(change, decision);
        }

        @Override
        public Effect after(Outcome outcome, ProposalId decision) {
            return switch (outcome) {
                case ADOPTED -> new Effect.RulesChanged(next(decision));
                case REJECTED, NO_QUORUM -> new Effect.Nothing();
            };
        }
    }

    /** What else the members are asked; its answer is its effect. */
    record AskQuestion(Question question) implements Motion {

        @Override
        public String title() {
            return question.title();
        }

        @Override
        public Matter matter() {
            return Matter.QUESTION;
        }

        @Override
        public Effect after(Outcome outcome, ProposalId decision) {
            return new Effect.Nothing();
        }
    }

    /** The alliance enters a stage of its life. */
    record ChangeStage(Stage from, Stage to, String title, String reason) implements Motion {

        @Override
        public Matter matter() {
            return Matter.STAGE;
        }

        @Override
        public Effect after(Outcome outcome, ProposalId decision) {
            return switch (outcome) {
                case ADOPTED -> new Effect.StageChanged(from, to, reason);
                case REJECTED, NO_QUORUM -> new Effect.Nothing();
            };
        }
    }
}
