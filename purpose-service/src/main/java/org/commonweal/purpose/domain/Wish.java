package org.commonweal.purpose.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.commonweal.purpose.domain.poll.Question;

/** What a member wants put to the vote, before it is known whether it can be. */
public sealed interface Wish {

    /** The purpose that it names. */
    Optional<PurposeId> about();

    /** Of which class it is. */
    Matter matter();

    record RatifyPurpose(PurposeId purpose) implements Wish {
        @Override
        public Optional<PurposeId> about() {
            return Optional.of(purpose);
        }

        @Override
        public Matter matter() {
            return Matter.PURPOSE;
        }
    }

    record RenewPurpose(PurposeId purpose, LocalDate deadline, String reason) implements Wish {
        @Override
        public Optional<PurposeId> about() {
            return Optional.of(purpose);
        }

        @Override
        public Matter matter() {
            return Matter.PURPOSE;
        }
    }

    record ClosePurpose(PurposeId purpose, String conclusion) implements Wish {
        @Override
        public Optional<PurposeId> about() {
            return Optional.of(purpose);
        }

        @Override
        public Matter matter() {
            return Matter.PURPOSE;
        }
    }

    /**
     * The alliance enters a stage of its life.
     *
     * @param reason why; of the end what came of it
     */
    record ChangeStage(String title, Stage stage, String reason) implements Wish {

        @Override
        public Optional<PurposeId> about() {
            return Optional.empty();
        }

        @Override
        public Matter matter() {
            return Matter.STAGE;
        }
    }

    /** Another service is to carry it out. */
    record GiveOrder(Order order, String title, String reason) implements Wish {

        @Override
        public Optional<PurposeId> about() {
            return Optional.empty();
        }

        @Override
        public Matter matter() {
            return order.matter();
        }
    }

    /** What is not given stays as the rulebook has it. */
    record ChangeRules(String title, RulesChange change, String reason) implements Wish {

        @Override
        public Optional<PurposeId> about() {
            return Optional.empty();
        }

        @Override
        public Matter matter() {
            return Matter.RULES;
        }
    }

    record AskQuestion(Question question) implements Wish {

        @Override
        public Optional<PurposeId> about() {
            return Optional.empty();
        }

        @Override
        public Matter matter() {
            return Matter.QUESTION;
        }
    }
}
