package org.commonweal.contribution.activity;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Keyset;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What happened in the alliance, newest first. */
@RestController
@Tag(name = "activity")
class ActivityController {

    private final Activities activities;
    private final Cursors cursors;

    ActivityController(Activities activities, Cursors cursors) {
        this.activities = activities;
        this.cursors = cursors;
    }

    @GetMapping("/api/alliances/{alliance}/activity")
    Mono<ResponseEntity<Page<ActivityV1>>> listActivity(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        var most = Limit.of(limit);
        return activities
                .list(caller, Keyset.after(cursor, cursors), most + 1)
                .map(oneMore -> ResponseEntity.ok(Page.of(oneMore, most, this::cursor)))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private String cursor(ActivityV1 last) {
        return new Keyset(last.at(), last.id()).cursor(cursors);
    }
}
