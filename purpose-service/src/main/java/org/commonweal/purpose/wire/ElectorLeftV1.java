package org.commonweal.purpose.wire;

import java.util.UUID;

/**
 * A firm left before it had voted on an open ballot, and is not waited for.
 *
 * @param electorate how many firms the ballot is counted against from now on
 */
public record ElectorLeftV1(UUID proposal, UUID organization, String title, int electorate) {

    public static final String TYPE = "purpose.elector-left.v1";
}
