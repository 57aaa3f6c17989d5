package org.commonweal.membership.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that others need to know of who may act, whole: the newest version stands.
 *
 * @param call the one goal that a guest is bound to
 * @param goesOn of an ended standing: whether the person goes on at that moment, as the next
 *     version says, with another login or for another firm
 * @param state GUEST is not ACTIVE, so that whoever does not ask for guests lets none in
 */
public record StandingChangedV1(
        UUID person,
        UUID organization,
        @JsonProperty("class") String memberClass,
        @Nullable UUID call,
        String state,
        boolean delegate,
        long version,
        @Nullable Boolean goesOn,
        List<LoginV1> logins) {

    public static final String TYPE = "membership.standing-changed.v1";

    public StandingChangedV1 {
        logins = List.copyOf(logins);
    }

    /** One way in which the person logs in. */
    public record LoginV1(String issuer, String subject) {}
}
