package org.commonweal.purpose.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a member wants put to the vote, before it is known whether it can be. */
public sealed interface Wish {

    /** The purpose that it names. */
    Optional<PurposeId> about();

    record RatifyPurpose(PurposeId purpose) implements Wish {
        @Override
        public Optional<PurposeId> about() {
            return Optional.of(purpose);
        }
    }

    record RenewPurpose(PurposeId purpose, LocalDate deadline, String reason) implements Wish {
        @Override
        public Optional<PurposeId> about() {
            return Optional.of(purpose);
        }
    }

    record ClosePurpose(PurposeId purpose, String conclusion) implements Wish {
        @Override
        public Optional<PurposeId> about() {
            return Optional.of(purpose);
        }
    }

    /** What is not given stays as the charter has it. */
    record ChangeCharter(
            String title,
            @Nullable Integer quorumPerMillion,
            @Nullable Integer thresholdPerMillion,
            @Nullable Duration ballotMinimum,
            String reason)
            implements Wish {

        @Override
        public Optional<PurposeId> about() {
            return Optional.empty();
        }

        Terms onto(Terms present) {
            var rule = present.rule();
            return new Terms(
                    new Rule(
                            quorumPerMillion == null ? rule.quorumPerMillion() : quorumPerMillion,
                            thresholdPerMillion == null
                                    ? rule.thresholdPerMillion()
                                    : thresholdPerMillion),
                    ballotMinimum == null ? present.ballotMinimum() : ballotMinimum);
        }
    }
}
