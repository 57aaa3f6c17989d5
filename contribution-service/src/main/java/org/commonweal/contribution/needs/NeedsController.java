package org.commonweal.contribution.needs;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Needed of me: at most 50, the most urgent first; nobody else sees them. */
@RestController
@Tag(name = "needed-of-me")
class NeedsController {

    private final Needs needs;

    NeedsController(Needs needs) {
        this.needs = needs;
    }

    @GetMapping("/api/alliances/{alliance}/needed-of-me")
    Mono<ResponseEntity<Page<NeedV1>>> neededOfMe(Caller caller) {
        return needs.of(caller)
                .map(open -> ResponseEntity.ok(new Page<>(open, null)))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
