package org.commonweal.purpose.leaving;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Read before leaving, so that nobody is surprised by what becomes of a vote. */
@RestController
@Tag(name = "commitments")
class CommitmentsController {

    private final Commitments commitments;

    CommitmentsController(Commitments commitments) {
        this.commitments = commitments;
    }

    @GetMapping("/api/alliances/{alliance}/commitments/leaving")
    @Operation(summary = "Open ballots and goals of one's firm, and how leaving settles them")
    Mono<ResponseEntity<LeavingResponse>> leavingCommitments(Caller caller) {
        return commitments
                .of(caller)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
