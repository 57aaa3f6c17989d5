package org.commonweal.membership.wire;

import java.util.UUID;

/**
 * A person's own act: the name, the address and the own words are gone from here, and are to go
 * everywhere.
 *
 * @param work ERASE when titles and texts of the person's contributions are to go, too
 */
public record PersonErasedV1(UUID person, String work) {

    public static final String TYPE = "membership.person-erased.v1";
}
