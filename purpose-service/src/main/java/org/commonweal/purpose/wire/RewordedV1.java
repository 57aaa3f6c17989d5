package org.commonweal.purpose.wire;

import java.util.UUID;

/**
 * The active purpose is said in other words, which nobody called a major change.
 *
 * @param textVersion counts what it has said; 1 is what was ratified
 */
public record RewordedV1(UUID purpose, String title, UUID fix, int textVersion) {

    public static final String TYPE = "purpose.reworded.v1";
}
