package org.commonweal.membership.wire;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office of the alliance that one member was given by a decision, whole: the newest version
 * stands.
 *
 * @param seat the id of the decision
 * @param organization whose seat it is
 * @param endedBy the decision that ended it, or null
 */
public record OfficeChangedV1(
        UUID seat,
        String office,
        UUID person,
        UUID organization,
        LocalDate until,
        String state,
        @Nullable String cause,
        @Nullable UUID endedBy,
        long version) {

    public static final String TYPE = "membership.office-changed.v1";
}
