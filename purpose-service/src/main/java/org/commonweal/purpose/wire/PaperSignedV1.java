package org.commonweal.purpose.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A voting paper of an anonymous ballot was signed for an elector; which one nobody knows.
 *
 * @param person where persons vote, not firms
 */
public record PaperSignedV1(UUID proposal, UUID organization, @Nullable UUID person) {

    public static final String TYPE = "purpose.paper-signed.v1";
}
