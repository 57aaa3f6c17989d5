package org.commonweal.purpose.forking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the alliance came from: ids alone, since its members need not know the other one. */
@RestController
@Tag(name = "forks")
class LineageController {

    private final Lineages lineages;

    LineageController(Lineages lineages) {
        this.lineages = lineages;
    }

    /**
     * @param origin null of an alliance that came from none
     */
    @Schema(name = "Lineage")
    record LineageResponse(@Nullable Origin origin) {}

    /**
     * @param alliance whether the reader may enter it, that alliance says
     * @param purpose of it, which this one left
     */
    @Schema(name = "Origin")
    record Origin(UUID alliance, UUID purpose, UUID fork, Instant since) {}

    @GetMapping("/api/alliances/{alliance}/lineage")
    @Operation(summary = "From which alliance this one came, if from any")
    Mono<ResponseEntity<LineageResponse>> lineage(Caller caller) {
        return lineages.of(caller)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
