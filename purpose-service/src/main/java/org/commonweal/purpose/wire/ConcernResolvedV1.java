package org.commonweal.purpose.wire;

import java.util.UUID;

/** Who raised a concern says that it is resolved, or that it stands after all. */
public record ConcernResolvedV1(UUID proposal, UUID concern, String title, boolean resolved) {

    public static final String TYPE = "purpose.concern-resolved.v1";
}
