package org.commonweal.purpose.secretballot;

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

/**
 * The votes of a closed anonymous ballot, for all to see. There is no way to ask for one: who did
 * would name the own vote.
 */
@RestController
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}/votes")
@Tag(name = "proposals")
class CountedVotesController {

    private final CountedVotes votes;
    private final Cursors cursors;

    CountedVotesController(CountedVotes votes, Cursors cursors) {
        this.votes = votes;
        this.cursors = cursors;
    }

    @GetMapping
    @Operation(
            summary =
                    "What was counted on an anonymous ballot, by receipt; nothing before its close")
    Mono<ResponseEntity<Page<CountedVote>>> listVotes(
            Caller caller,
            @PathVariable UUID proposal,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        var most = Limit.of(limit);
        var after = cursor == null ? "" : cursors.decode(cursor, 1).getFirst();
        return votes.page(caller, proposal, after, most)
                .map(rows -> rows.stream().map(CountedVote::of).toList())
                .map(rows -> Page.of(rows, most, last -> cursors.encode(last.receipt())))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }
}
