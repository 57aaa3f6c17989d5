package org.commonweal.membership.merging;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Proposing that the own firm goes on as another one, and reading what that changes. */
@RestController
@RequestMapping("/api/alliances/{alliance}/mergers")
@Tag(name = "mergers")
class MergersController {

    private final ProposeMerger propose;
    private final Mergers mergers;
    private final RequestHash hash;
    private final Clock clock;

    MergersController(ProposeMerger propose, Mergers mergers, RequestHash hash, Clock clock) {
        this.propose = propose;
        this.mergers = mergers;
        this.hash = hash;
        this.clock = clock;
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<MergerView>> proposeMerger(
            @PathVariable UUID id, Caller caller, @Valid @RequestBody MergerRequest request) {
        var command =
                new ProposeMerger.Command(
                        CommandId.of(id, clock),
                        hash.of("propose-merger", caller, request),
                        caller,
                        request.from(),
                        request.into(),
                        request.people());
        return propose.handle(command)
                .flatMap(outcome -> answer(outcome, caller, id))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<MergerView>> answer(Outcome outcome, Caller caller, UUID id) {
        return outcome instanceof Outcome.Done(var isNew)
                ? mergers.one(caller, id)
                        .map(view ->
                                ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                                        .body(view))
                : Mono.just(MergerAnswersController.problem(outcome).response());
    }

    /** Those of the caller's firm, for its administrators. */
    @GetMapping
    Mono<ResponseEntity<Page<MergerView>>> listMergers(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return mergers.page(caller, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<MergerView>> readMerger(@PathVariable UUID id, Caller caller) {
        return mergers.one(caller, id)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** What would change if the caller's firm went on as that one; for its administrators. */
    @GetMapping("/effects/{into}")
    Mono<ResponseEntity<MergerEffect>> previewMerger(@PathVariable UUID into, Caller caller) {
        return mergers.effect(caller, into)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /**
     * @param from the caller's own firm
     * @param into as which it goes on
     * @param people how many memberships go on for it, as it was read beforehand
     */
    record MergerRequest(
            @NotNull UUID from, @NotNull UUID into, @Min(1) @Max(1_000_000) long people) {}
}
