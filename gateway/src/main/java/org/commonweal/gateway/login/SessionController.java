package org.commonweal.gateway.login;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the client whether someone is logged in, before it asks anything that needs it. */
@RestController
class SessionController {

    @GetMapping("/api/session")
    Session session(@Nullable Authentication authentication) {
        if (authentication == null || Login.of(authentication).isEmpty()) {
            return new Session(false, null);
        }
        String name =
                authentication.getPrincipal() instanceof OidcUser user ? user.getFullName() : null;
        return new Session(true, name);
    }

    record Session(boolean loggedIn, @Nullable String name) {}
}
