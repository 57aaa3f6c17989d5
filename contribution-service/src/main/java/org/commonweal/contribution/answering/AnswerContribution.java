package org.commonweal.contribution.answering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.contribution.domain.AnswerRefusal;
import org.commonweal.contribution.domain.Contribution;
import org.commonweal.contribution.domain.Member;
import org.commonweal.contribution.domain.Participation;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.contribution.reading.ContributionV1.AcknowledgementV1;
import org.commonweal.contribution.reading.ContributionV1.RefusalV1;
import org.jspecify.annotations.Nullable;

/** What acknowledging and declining have in common. */
final class AnswerContribution {

    private AnswerContribution() {}

    /** The answer {@code id} to a contribution. */
    record Command(UUID contribution, UUID id, String requestHash) {}

    /**
     * What a decision rests on.
     *
     * @param requestHash of the earlier command with this id
     * @param before true when an acknowledgement of the caller stands already
     * @param mineElsewhere true when it is the work of the caller's other firm
     * @param asked those who are asked to answer now
     * @param acknowledgement that this command has kept before
     * @param refusal that this command has kept before
     */
    record Loaded(
            Member me,
            Participation as,
            Instant now,
            @Nullable String requestHash,
            Contribution contribution,
            About about,
            boolean before,
            boolean mineElsewhere,
            List<NeedFacts.Asked> asked,
            @Nullable AcknowledgementV1 acknowledgement,
            @Nullable RefusalV1 refusal) {
        Loaded {
            asked = List.copyOf(asked);
        }

        /** Why not, whatever the contribution is; null for whoever may. */
        @Nullable AnswerRefusal barred() {
            if (mineElsewhere) {
                return AnswerRefusal.OWN_FIRM;
            }
            return mayAnswer() ? null : AnswerRefusal.CLASS_NOT_ALLOWED;
        }

        private boolean mayAnswer() {
            return as.mayAnswer(
                    asked.stream().anyMatch(one -> one.person().equals(me.person().value())));
        }
    }

    /**
     * The contribution's part of the facts; of history the goal and the organization are absent.
     */
    record About(
            UUID id,
            long version,
            String title,
            @Nullable UUID goal,
            UUID author,
            @Nullable UUID organization,
            Instant submittedAt) {}

    /** What becomes of the command. */
    sealed interface Result<T> {

        /**
         * It is an answer.
         *
         * @param stops true when it is the first, so that the clock stops and nobody is asked more
         */
        record Created<T>(T answer, boolean stops) implements Result<T> {}

        record Repeated<T>(T answer) implements Result<T> {}

        record IdTaken<T>() implements Result<T> {}

        record NotThere<T>() implements Result<T> {}

        record Refused<T>(AnswerRefusal reason, boolean refusing) implements Result<T> {}
    }

    /** The result of a command whose id stands for something already. */
    static <T> Result<T> again(Loaded loaded, Command command, @Nullable T kept) {
        return kept != null && command.requestHash().equals(loaded.requestHash())
                ? new Result.Repeated<>(kept)
                : new Result.IdTaken<>();
    }
}
