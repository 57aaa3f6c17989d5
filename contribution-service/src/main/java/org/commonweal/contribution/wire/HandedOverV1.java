package org.commonweal.contribution.wire;

import java.util.UUID;

/** Who was asked to answer handed that to somebody else. */
public record HandedOverV1(
        UUID contribution, String title, UUID from, UUID fromOrganization, UUID to) {

    public static final String TYPE = "contribution.handed-over.v1";
}
