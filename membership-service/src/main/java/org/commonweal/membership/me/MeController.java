package org.commonweal.membership.me;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The person across alliances; the first call of a new login makes the person known. */
@RestController
@Tag(name = "me")
class MeController {

    private final Registry registry;
    private final MyMemberships memberships;

    MeController(Registry registry, MyMemberships memberships) {
        this.registry = registry;
        this.memberships = memberships;
    }

    @GetMapping("/api/me")
    Mono<MyMemberships.Me> readMe(@AuthenticationPrincipal Jwt token) {
        var login = TokenLogin.of(token);
        return registry.known(login).flatMap(person -> memberships.of(login, person));
    }
}
