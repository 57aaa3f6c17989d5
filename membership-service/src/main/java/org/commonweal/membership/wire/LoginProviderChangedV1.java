package org.commonweal.membership.wire;

import java.util.UUID;

/**
 * A firm's own identity provider was described, tested, taken up or retired; it says nothing of how
 * to reach it.
 */
public record LoginProviderChangedV1(UUID organization, UUID provider, String state) {

    public static final String TYPE = "membership.login-provider-changed.v1";
}
