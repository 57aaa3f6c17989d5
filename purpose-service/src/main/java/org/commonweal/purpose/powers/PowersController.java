package org.commonweal.purpose.powers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/powers")
@Tag(name = "rulebook")
class PowersController {

    private final Powers powers;

    PowersController(Powers powers) {
        this.powers = powers;
    }

    @GetMapping
    @Operation(
            summary = "Who decides what and by which rule: members, sponsor and operator",
            description = "Of all matters, or of one.")
    Mono<ResponseEntity<PowersResponse>> powers(
            Caller caller, @RequestParam(required = false) @Nullable Matter matter) {
        return powers.of(caller, matter)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
