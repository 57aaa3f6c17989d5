package org.commonweal.contribution.replacing;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Read before leaving: what others will be asked for then. */
@RestController
@Tag(name = "needed-of-me")
class AskedOfFirmController {

    private final FirmAsks asks;

    AskedOfFirmController(FirmAsks asks) {
        this.asks = asks;
    }

    @GetMapping("/api/alliances/{alliance}/needed-of-me/leaving")
    Mono<ResponseEntity<AskedOfFirmV1>> askedOfMyFirm(Caller caller) {
        return asks.of(caller)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
