package org.commonweal.purpose.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm, or a person, left before voting on an open ballot, and is not waited for.
 *
 * @param person where persons vote, not firms
 * @param electorate how many electors the ballot is counted against from now on
 */
public record ElectorLeftV1(
        UUID proposal, UUID organization, @Nullable UUID person, String title, int electorate) {

    public static final String TYPE = "purpose.elector-left.v1";
}
