package org.commonweal.purpose.goals;

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
@RequestMapping("/api/alliances/{alliance}/goals")
@Tag(name = "goals")
class GoalsController {

    private final Goals goals;
    private final Cursors cursors;

    GoalsController(Goals goals, Cursors cursors) {
        this.goals = goals;
        this.cursors = cursors;
    }

    @GetMapping
    @Operation(summary = "The goals of the active purpose, or of the one named, newest first")
    Mono<ResponseEntity<Page<GoalResponse>>> goals(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID purpose,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        var most = Limit.of(limit);
        var before = cursors.below(cursor);
        return goals.page(caller, purpose, before, most)
                .map(found -> Page.of(found, most, last -> cursors.encode(last.id())))
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    @GetMapping("/{goal}")
    @Operation(summary = "One goal, with where it stood")
    Mono<ResponseEntity<GoalResponse>> goal(Caller caller, @PathVariable UUID goal) {
        return goals.one(caller, goal)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
