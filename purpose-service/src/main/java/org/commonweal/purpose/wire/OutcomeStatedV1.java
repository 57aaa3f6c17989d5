package org.commonweal.purpose.wire;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who proposed it said what came of a decision, or said it anew; the words stay here.
 *
 * @param statement which version of them
 * @param reviewOn when it is looked at again
 */
public record OutcomeStatedV1(
        UUID proposal, String title, long statement, @Nullable LocalDate reviewOn) {

    public static final String TYPE = "purpose.outcome-stated.v1";
}
