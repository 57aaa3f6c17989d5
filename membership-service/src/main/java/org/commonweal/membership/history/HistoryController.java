package org.commonweal.membership.history;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.commonweal.platform.web.BulkResult;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** People and organizations of an imported history, line by line, at any size. */
@RestController
@Tag(name = "history")
class HistoryController {

    private final ImportPeople people;
    private final JsonMapper json;

    HistoryController(ImportPeople people, JsonMapper json) {
        this.people = people;
        this.json = json;
    }

    /** One result line for each line, in order; a bad line is told and the rest goes on. */
    @PostMapping(
            path = "/api/alliances/{alliance}/people/history",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<ResponseEntity<Flux<String>>> importPeople(
            @PathVariable UUID alliance, Caller caller, @RequestBody Flux<String> lines) {
        return people.standing(caller)
                .map(standing ->
                        switch (standing) {
                            case FOUNDER_OF_A_HISTORY ->
                                    ResponseEntity.ok(
                                            people.keep(alliance, lines)
                                                    .map(batch -> BulkResult.ndjson(batch, json)));
                            case MEMBER -> notFounder().<Flux<String>>response();
                        })
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static Problem notFounder() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "history-not-yours",
                "Only the founder imports a history",
                "A history is imported into an alliance founded for it, by its founder.");
    }
}
