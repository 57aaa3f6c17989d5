package org.commonweal.contribution.carrying;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.contribution.carrying.Origins.Here;
import org.commonweal.contribution.carrying.Origins.Work;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * What the caller gave in the alliance that this one came from, and bringing it along. The path
 * names the thing, so a repetition is the same act without an id of its own.
 */
@RestController
@RequestMapping("/api/alliances/{alliance}/carried-over")
@Tag(name = "carried-over")
class CarryOverController {

    private final CarryOver carryOver;
    private final Origins origins;
    private final CarriedWorks carried;
    private final Cursors cursors;

    CarryOverController(
            CarryOver carryOver, Origins origins, CarriedWorks carried, Cursors cursors) {
        this.carryOver = carryOver;
        this.origins = origins;
        this.carried = carried;
        this.cursors = cursors;
    }

    /**
     * Something that the reader gave there.
     *
     * @param id there
     * @param carriedAs the contribution here, where it was brought along
     */
    @Schema(name = "OwnElsewhere")
    record OwnElsewhereV1(
            UUID id, String kind, String title, Instant submittedAt, @Nullable UUID carriedAs) {}

    /**
     * @param carried how many are here now that were not before
     */
    @Schema(name = "CarriedOver")
    record CarriedOverV1(long carried) {}

    @GetMapping
    @Operation(
            summary = "What the reader gave in the alliance that this one came from",
            description = "Nothing when it came from none, or the reader is no member there.")
    Mono<ResponseEntity<Page<OwnElsewhereV1>>> ownElsewhere(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        var most = Limit.of(limit);
        var after = Keyset.after(cursor, cursors);
        return origins.here(caller)
                .flatMap(here -> lines(caller, here, after, most + 1))
                .map(lines -> ResponseEntity.ok(Page.of(lines, most, this::cursor)))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<List<OwnElsewhereV1>> lines(Caller caller, Here here, Keyset after, int most) {
        return CarryOver.there(caller, here)
                .map(there ->
                        origins.own(there, here.person(), after, most)
                                .flatMap(works -> lines(caller, works)))
                .orElseGet(() -> Mono.just(List.of()));
    }

    private Mono<List<OwnElsewhereV1>> lines(Caller caller, List<Work> works) {
        var ids =
                works.stream()
                        .map(work -> CarriedWorks.idOf(caller.alliance(), work.id()))
                        .toList();
        return carried.present(caller.alliance(), ids)
                .map(present ->
                        works.stream()
                                .map(work -> {
                                    var copy = CarriedWorks.idOf(caller.alliance(), work.id());
                                    return new OwnElsewhereV1(
                                            work.id(),
                                            work.kind(),
                                            work.title(),
                                            work.submittedAt(),
                                            present.contains(copy) ? copy : null);
                                })
                                .toList());
    }

    private String cursor(OwnElsewhereV1 last) {
        return new Keyset(last.submittedAt(), last.id()).cursor(cursors);
    }

    @PutMapping
    @Operation(
            summary = "Bring along all that the caller gave in the alliance this one came from",
            description = "Refusals: no-origin")
    Mono<ResponseEntity<CarriedOverV1>> carryAllOver(Caller caller) {
        return carryOver
                .all(caller)
                .map(CarryOverController::answer)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    @PutMapping("/{contribution}")
    @Operation(
            summary = "Bring along one thing that the caller gave there, by its id there",
            description =
                    "Only its author does. It is history here: no clock, need or credit follows."
                            + " Refusals: not-the-author, no-origin")
    Mono<ResponseEntity<CarriedOverV1>> carryOver(Caller caller, @PathVariable UUID contribution) {
        return carryOver
                .one(caller, contribution)
                .map(CarryOverController::answer)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private static ResponseEntity<CarriedOverV1> answer(CarryOver.Outcome outcome) {
        return switch (outcome.decision()) {
            case ALLOWED -> ResponseEntity.ok(new CarriedOverV1(outcome.carried()));
            case UNKNOWN -> Problem.notFound().response();
            case NO_ORIGIN ->
                    Problem.refusal(
                                    HttpStatus.CONFLICT,
                                    "no-origin",
                                    "This alliance came from no other one",
                                    "Give it here as a contribution of its own.")
                            .response();
            case ANOTHERS_OWN ->
                    Problem.refusal(
                                    HttpStatus.FORBIDDEN,
                                    "not-the-author",
                                    "Somebody else gave this",
                                    "Only its author brings it along. Ask, and invite the author"
                                            + " here.")
                            .response();
        };
    }
}
