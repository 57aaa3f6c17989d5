package org.commonweal.purpose.wire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vote that is given to another member, whole; a later version replaces an earlier one.
 *
 * @param organization whose vote it is, or the firm of the person whose it is
 * @param person where a person gives the own vote
 * @param proposal null for all that is voted on until then
 */
public record ProxyChangedV1(
        UUID proxy,
        UUID organization,
        @Nullable UUID person,
        UUID holder,
        @Nullable UUID proposal,
        Instant until,
        String state,
        long version) {

    public static final String TYPE = "purpose.proxy-changed.v1";
}
