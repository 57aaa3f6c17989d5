package org.commonweal.gateway.stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.commonweal.gateway.login.Login;

/**
 * What this gateway reads of membership.standing-changed.v1; the record's key names whose it is.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StandingChanged(
        UUID person, UUID organization, String state, long version, List<Login> logins) {

    StandingChanged {
        logins = List.copyOf(logins);
    }

    boolean isActive() {
        return state.equals("ACTIVE");
    }
}
