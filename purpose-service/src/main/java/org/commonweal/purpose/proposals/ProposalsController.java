package org.commonweal.purpose.proposals;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/proposals")
@Tag(name = "proposals")
class ProposalsController {

    private final Proposals proposals;
    private final Cursors cursors;

    ProposalsController(Proposals proposals, Cursors cursors) {
        this.proposals = proposals;
        this.cursors = cursors;
    }

    @GetMapping
    @Operation(
            summary =
                    "The ballots, newest first; with reviewDue those that are to be looked at again now")
    Mono<ResponseEntity<Page<ProposalResponse>>> proposals(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit,
            @RequestParam(defaultValue = "false") boolean reviewDue) {
        var most = Limit.of(limit);
        var before = cursors.below(cursor);
        return proposals
                .page(caller, before, most, reviewDue)
                .map(found -> Page.of(found, most, last -> cursors.encode(last.id())))
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    @GetMapping("/{proposal}")
    @Operation(summary = "One ballot, with all that a voter needs")
    Mono<ResponseEntity<ProposalResponse>> proposal(Caller caller, @PathVariable UUID proposal) {
        return proposals
                .one(caller, proposal)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
