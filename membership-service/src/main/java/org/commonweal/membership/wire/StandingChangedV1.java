package org.commonweal.membership.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/** All that others need to know of who may act, whole: the newest version stands. */
public record StandingChangedV1(
        UUID person,
        UUID organization,
        @JsonProperty("class") String memberClass,
        String state,
        boolean delegate,
        long version,
        List<LoginV1> logins) {

    public static final String TYPE = "membership.standing-changed.v1";

    public StandingChangedV1 {
        logins = List.copyOf(logins);
    }

    /** One way in which the person logs in. */
    public record LoginV1(String issuer, String subject) {}
}
