package org.commonweal.membership.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision was carried out here, or was not and why; once for each.
 *
 * @param outcome DONE or REFUSED
 */
public record DecisionExecutedV1(
        UUID decision, String outcome, @Nullable String refusal, @Nullable String detail) {

    public static final String TYPE = "membership.decision-executed.v1";
}
