package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Motion;
import org.commonweal.purpose.domain.Purpose;

/** Reads what an open row of the table {@code proposal} would put in force. */
public final class MotionRows {

    /**
     * What {@link #motion} reads beside the purpose and the charter, of the table aliased {@code
     * b}.
     */
    public static final String COLUMNS =
            """
            , b.kind, b.title AS motion_title, b.deadline AS new_deadline, b.deadline_before,
              b.words, b.new_quorum_per_million, b.new_threshold_per_million,
              b.new_ballot_minimum_seconds
            """;

    private MotionRows() {}

    /** The name of a motion's kind, in the table as to clients. */
    public enum Kind {
        RATIFY_PURPOSE,
        RENEW_PURPOSE,
        CLOSE_PURPOSE,
        CHANGE_CHARTER;

        public static Kind of(Motion motion) {
            return switch (motion) {
                case Motion.RatifyPurpose _ -> RATIFY_PURPOSE;
                case Motion.RenewPurpose _ -> RENEW_PURPOSE;
                case Motion.ClosePurpose _ -> CLOSE_PURPOSE;
                case Motion.ChangeCharter _ -> CHANGE_CHARTER;
            };
        }
    }

    /** As long as the ballot is open; what it is about changes by its outcome alone. */
    public static Motion motion(Readable row) {
        return switch (Kind.valueOf(Columns.of(row, "kind", String.class))) {
            case RATIFY_PURPOSE -> new Motion.RatifyPurpose(purpose(row, Purpose.Proposed.class));
            case RENEW_PURPOSE ->
                    new Motion.RenewPurpose(
                            purpose(row, Purpose.Active.class),
                            Columns.of(row, "deadline_before", LocalDate.class),
                            Columns.of(row, "new_deadline", LocalDate.class),
                            words(row));
            case CLOSE_PURPOSE ->
                    new Motion.ClosePurpose(purpose(row, Purpose.Active.class), words(row));
            case CHANGE_CHARTER ->
                    new Motion.ChangeCharter(
                            CharterRows.charter(row),
                            Columns.of(row, "motion_title", String.class),
                            CharterRows.proposed(row),
                            words(row));
        };
    }

    private static String words(Readable row) {
        return Columns.of(row, "words", String.class);
    }

    private static <P extends Purpose> P purpose(Readable row, Class<P> state) {
        var purpose = PurposeRows.purpose(row);
        if (!state.isInstance(purpose)) {
            throw new IllegalStateException("an open ballot is about a purpose in its state");
        }
        return state.cast(purpose);
    }
}
