package org.commonweal.contribution.reading;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.contribution.reading.Contributions.Filter;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Keyset;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was given: one, a list, and those whose title holds what is typed. */
@RestController
@Tag(name = "contributions")
@RequestMapping("/api/alliances/{alliance}")
class ContributionsController {

    private static final int LONGEST_QUERY = 200;
    private static final int MOST_WORDS = 8;

    private final Contributions contributions;
    private final WholeContributions wholes;
    private final Cursors cursors;

    ContributionsController(
            Contributions contributions, WholeContributions wholes, Cursors cursors) {
        this.contributions = contributions;
        this.wholes = wholes;
        this.cursors = cursors;
    }

    @GetMapping("/contributions/{id}")
    Mono<ResponseEntity<ContributionV1>> getContribution(Caller caller, @PathVariable UUID id) {
        return wholes.one(caller, id)
                .map(whole -> ResponseEntity.ok().eTag(etag(whole)).body(whole))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    @GetMapping("/contributions")
    Mono<ResponseEntity<Page<ContributionLineV1>>> listContributions(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID goal,
            @RequestParam(required = false) @Nullable ContributionState state,
            @RequestParam(required = false) @Nullable UUID author,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        var most = Limit.of(limit);
        var filter = new Filter(goal, state == null ? null : state.name(), author);
        return page(
                contributions.list(caller, filter, Keyset.after(cursor, cursors), most + 1), most);
    }

    @GetMapping("/search")
    Mono<ResponseEntity<Page<ContributionLineV1>>> searchTitles(
            Caller caller,
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        var most = Limit.of(limit);
        var words = words(q);
        if (q.length() > LONGEST_QUERY || words.isEmpty() || words.size() > MOST_WORDS) {
            return Mono.just(unsearchable().response());
        }
        return page(
                contributions.search(caller, words, Keyset.after(cursor, cursors), most + 1), most);
    }

    private Mono<ResponseEntity<Page<ContributionLineV1>>> page(
            Mono<List<ContributionLineV1>> lines, int most) {
        return lines.map(oneMore -> ResponseEntity.ok(Page.of(oneMore, most, this::cursor)))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private String cursor(ContributionLineV1 last) {
        return new Keyset(last.submittedAt(), last.id()).cursor(cursors);
    }

    private static List<String> words(String query) {
        return Stream.of(query.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String etag(ContributionV1 whole) {
        return "\"" + whole.version() + "\"";
    }

    private static Problem unsearchable() {
        return Problem.refusal(
                HttpStatus.BAD_REQUEST,
                "query-out-of-range",
                "This cannot be searched for",
                "q must have 1 to 8 words and at most 200 characters.");
    }
}
