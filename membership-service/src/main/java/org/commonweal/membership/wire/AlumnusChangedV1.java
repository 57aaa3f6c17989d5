package org.commonweal.membership.wire;

import java.util.UUID;

/** A former member or the alliance said whether they stay in touch; only if both do, they are. */
public record AlumnusChangedV1(UUID person, UUID organization, boolean wanted, boolean welcomed) {

    public static final String TYPE = "membership.alumnus-changed.v1";
}
