package org.commonweal.membership.wire;

import java.util.UUID;

/**
 * What became of a proposal that a firm goes on as another one: told to the administrators of both,
 * and to everybody when it was accepted.
 *
 * @param people how many memberships are, or were, of the firm that goes on as the other
 */
public record MergerChangedV1(
        UUID merger, UUID from, UUID into, String state, long people, long version) {

    public static final String TYPE = "membership.merger-changed.v1";
}
