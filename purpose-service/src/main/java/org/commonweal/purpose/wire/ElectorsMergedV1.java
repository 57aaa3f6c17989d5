package org.commonweal.purpose.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm of an open ballot's electorate goes on as another one: both have one vote from now on, or
 * their persons weigh together what those of one firm may.
 *
 * @param electorate how many electors the ballot is counted against from now on
 * @param weightPerMillion what each of their persons weighs, where that has changed
 */
public record ElectorsMergedV1(
        UUID proposal,
        UUID from,
        UUID into,
        String title,
        int electorate,
        @Nullable Integer weightPerMillion) {

    public static final String TYPE = "purpose.electors-merged.v1";
}
