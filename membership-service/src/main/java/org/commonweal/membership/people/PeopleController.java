package org.commonweal.membership.people;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
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

/** Who belongs to the alliance, and who is named by its history. */
@RestController
@RequestMapping("/api/alliances/{alliance}/people")
@Tag(name = "people")
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    /**
     * By name; {@code query} matches the start of a word of the name or of the expertise, {@code
     * ids} names people.
     */
    @GetMapping
    Mono<ResponseEntity<Page<PersonView>>> listPeople(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 100) String query,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable @Size(max = 100) List<UUID> ids,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return people.page(
                        caller,
                        new People.Filter(query, organization, ids == null ? List.of() : ids),
                        cursor,
                        Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @GetMapping("/{person}")
    Mono<ResponseEntity<PersonPage>> readPerson(@PathVariable UUID person, Caller caller) {
        return people.one(caller, person)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }
}
