package org.commonweal.gateway.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.WebSession;

/**
 * What a session remembers of the login that began it.
 *
 * @param handle names the session to its owner; the id itself would be as good as the cookie
 * @param providerSession as the provider names its own, where it does
 * @param browser one of the few that {@link Device} knows
 * @param system one of the few that {@link Device} knows
 */
public record Begun(
        String handle,
        String subject,
        @Nullable String providerSession,
        @Nullable String browser,
        @Nullable String system) {

    /** The session's attribute that holds it. */
    public static final String ATTRIBUTE = "begun";

    static Optional<Begun> of(WebSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE));
    }

    void putInto(WebSession session) {
        session.getAttributes().put(ATTRIBUTE, this);
    }
}
