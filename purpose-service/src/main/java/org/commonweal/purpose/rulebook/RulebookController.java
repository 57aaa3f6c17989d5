package org.commonweal.purpose.rulebook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/rulebook")
@Tag(name = "rulebook")
class RulebookController {

    private final Rulebooks rulebooks;

    RulebookController(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    @GetMapping
    @Operation(
            summary = "The rulebook in force and its earlier versions",
            description =
                    "Shares are integers per million; one that is missed by less than a millionth is"
                            + " met, so that two of three are two thirds, written 666666 or 666667.")
    Mono<ResponseEntity<RulebookResponse>> rulebook(Caller caller) {
        return rulebooks
                .newest(caller)
                .map(found ->
                        new RulebookResponse(found.getFirst(), found.subList(1, found.size())))
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
