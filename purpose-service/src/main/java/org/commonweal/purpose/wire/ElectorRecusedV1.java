package org.commonweal.purpose.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm, or a person, left an open ballot to the others, or took that back.
 *
 * @param person where persons vote, not firms
 * @param recused false when it takes part again
 * @param electorate how many electors the ballot is counted against from now on
 */
public record ElectorRecusedV1(
        UUID proposal,
        UUID organization,
        @Nullable UUID person,
        String title,
        boolean recused,
        int electorate) {

    public static final String TYPE = "purpose.elector-recused.v1";
}
