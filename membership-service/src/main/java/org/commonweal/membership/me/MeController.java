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
    private final Mine mine;

    MeController(Registry registry, Mine mine) {
        this.registry = registry;
        this.mine = mine;
    }

    @GetMapping("/api/me")
    Mono<Mine.Me> readMe(@AuthenticationPrincipal Jwt token) {
        var login = TokenLogin.of(token);
        return registry.known(login).flatMap(person -> mine.of(login, person));
    }
}
