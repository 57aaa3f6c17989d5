package org.commonweal.recognition.spending;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision to spend was carried out, or was not and why; once for each.
 *
 * @param outcome DONE or REFUSED
 */
record DecisionExecutedV1(
        UUID decision, String outcome, @Nullable String refusal, @Nullable String detail) {

    static final String TYPE = "recognition.decision-executed.v1";
}
