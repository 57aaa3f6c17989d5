package org.commonweal.membership.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a firm's directory says of one of its people; told inside the firm, and no membership.
 *
 * @param person the member meant, when one is known
 */
public record EligibilityChangedV1(
        UUID eligible, UUID organization, String state, @Nullable UUID person) {

    public static final String TYPE = "membership.eligibility-changed.v1";
}
