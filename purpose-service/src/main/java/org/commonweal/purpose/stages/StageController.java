package org.commonweal.purpose.stages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "stage")
class StageController {

    private final Stages stages;

    StageController(Stages stages) {
        this.stages = stages;
    }

    @GetMapping("/api/alliances/{alliance}/stage")
    @Operation(
            summary = "How far the alliance has come, and what stands before the next stage",
            description =
                    "Of each gate what it needs and what there is: a count, or a share in"
                            + " millionths.")
    Mono<ResponseEntity<StageResponse>> stage(Caller caller) {
        return stages.of(caller)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
