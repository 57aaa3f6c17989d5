package org.commonweal.membership.me;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.commonweal.platform.web.DataSeal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A person's own things, sealed, and the key with which anybody checks a seal. */
@RestController
@Tag(name = "me")
class MyDataController {

    private final Registry registry;
    private final OwnThings things;
    private final DataSeal seal;

    MyDataController(Registry registry, OwnThings things, DataSeal seal) {
        this.registry = registry;
        this.things = things;
        this.seal = seal;
    }

    @GetMapping(path = "/api/me/data", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> exportMyData(@AuthenticationPrincipal Jwt token) {
        var login = TokenLogin.of(token);
        return registry.known(login).flatMap(person -> things.of(login, person)).map(seal::sealed);
    }

    /** Of all seals of this installation. */
    @GetMapping("/api/me/data/key")
    Mono<DataSeal.Jwk> readSealKey() {
        return Mono.just(seal.publicKey());
    }
}
