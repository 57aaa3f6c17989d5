package org.commonweal.purpose.wording;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.wording.WordingFixResponse.PurposeWords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** All that a purpose has said since it was ratified. */
@RestController
@Tag(name = "purpose")
class PurposeTextsController {

    private final PurposeTexts texts;

    PurposeTextsController(PurposeTexts texts) {
        this.texts = texts;
    }

    /**
     * @param versions the newest first; none of a purpose that was never ratified
     */
    @Schema(name = "PurposeTexts")
    record TextsResponse(List<TextVersion> versions) {
        TextsResponse {
            versions = List.copyOf(versions);
        }
    }

    /**
     * @param version 1 is what was ratified
     * @param fix the proposed words that became it
     */
    @Schema(name = "PurposeTextVersion")
    record TextVersion(int version, PurposeWords words, Instant since, @Nullable UUID fix) {}

    @GetMapping("/api/alliances/{alliance}/purpose/texts/{purpose}")
    @Operation(summary = "The versions of a ratified purpose's text, the newest first")
    Mono<ResponseEntity<TextsResponse>> purposeTexts(Caller caller, @PathVariable UUID purpose) {
        return texts.of(caller, purpose)
                .map(TextsResponse::new)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
