package org.commonweal.recognition.health;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The health of an alliance, open to every member. */
@RestController
@Tag(name = "health")
class HealthController {

    private final HealthFigures figures;

    HealthController(HealthFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/api/alliances/{alliance}/health")
    @Operation(summary = "How the alliance answers its members' work, per year and in all")
    Mono<ResponseEntity<HealthV1>> readHealth(@PathVariable UUID alliance, Caller caller) {
        return figures.of(caller)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }
}
