package org.commonweal.purpose.wire;

import java.util.UUID;

/** A member called proposed words a major change, which stopped them. */
public record WordingChallengedV1(UUID fix, UUID purpose, String title) {

    public static final String TYPE = "purpose.wording-challenged.v1";
}
