package org.commonweal.purpose.drafting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/purpose")
@Tag(name = "purpose")
class PurposeController {

    private final Purposes purposes;

    PurposeController(Purposes purposes) {
        this.purposes = purposes;
    }

    @GetMapping
    @Operation(summary = "The active purpose and the drafts")
    Mono<ResponseEntity<PurposeAndDrafts>> purpose(Caller caller) {
        return purposes.all(caller)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    @GetMapping("/drafts/{draft}")
    @Operation(summary = "One purpose, whatever its state; its version is the ETag")
    Mono<ResponseEntity<PurposeResponse>> readDraft(Caller caller, @PathVariable UUID draft) {
        return purposes.one(caller, draft)
                .map(found -> ResponseEntity.ok().eTag(String.valueOf(found.version())).body(found))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
