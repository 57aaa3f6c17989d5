package org.commonweal.recognition.pools;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Money in the alliance's hands. What a pool pays, a decision of the members says. */
@RestController
@RequestMapping("/api/alliances/{alliance}/pools")
@Tag(name = "pools")
class PoolsController {

    private final KeepPool keep;
    private final PoolLists lists;
    private final RequestHash hash;
    private final Clock clock;

    PoolsController(KeepPool keep, PoolLists lists, RequestHash hash, Clock clock) {
        this.keep = keep;
        this.lists = lists;
        this.hash = hash;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "All pools with their balances, newest first")
    Mono<ResponseEntity<Page<PoolV1>>> listPools(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return lists.page(caller, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @GetMapping("/{pool}")
    @Operation(summary = "One pool with its balance")
    Mono<ResponseEntity<PoolV1>> readPool(@PathVariable UUID pool, Caller caller) {
        return lists.one(caller, pool)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @GetMapping("/{pool}/movements")
    @Operation(summary = "What came in and by which decision it went out, newest first")
    Mono<ResponseEntity<Page<MovementV1>>> listMovements(
            @PathVariable UUID pool,
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return lists.movements(caller, pool, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @PutMapping("/{pool}")
    @Operation(summary = "Open a pool; it counts when another organization has confirmed it")
    Mono<ResponseEntity<PoolV1>> openPool(
            @PathVariable UUID pool, Caller caller, @Valid @RequestBody PoolRequest request) {
        var act =
                new Act(
                        CommandId.of(pool, clock),
                        hash.of("open-pool/" + pool, caller, request),
                        caller,
                        Act.Kind.RECORD,
                        pool);
        return answer(
                keep.open(act, request.name().strip(), request.currency()),
                act,
                lists.one(caller, pool));
    }

    @PutMapping("/{pool}/confirmation")
    @Operation(summary = "Confirm a pool of another organization, as a delegate")
    Mono<ResponseEntity<PoolV1>> confirmPool(
            @PathVariable UUID pool, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var act = act("confirm-pool/", Act.Kind.CONFIRM, pool, caller, key);
        return answer(keep.answer(act), act, lists.one(caller, pool));
    }

    @PutMapping("/{pool}/withdrawal")
    @Operation(summary = "Take back a pool that nobody has confirmed")
    Mono<ResponseEntity<PoolV1>> withdrawPool(
            @PathVariable UUID pool, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var act = act("withdraw-pool/", Act.Kind.WITHDRAW, pool, caller, key);
        return answer(keep.answer(act), act, lists.one(caller, pool));
    }

    private Act act(String operation, Act.Kind kind, UUID pool, Caller caller, UUID key) {
        return new Act(
                CommandId.of(key, clock),
                hash.of(operation + pool, caller, ""),
                caller,
                kind,
                pool);
    }

    /**
     * The pool as it is after an act, or why nothing was done.
     *
     * @param after reads the pool, when it is asked
     */
    static Mono<ResponseEntity<PoolV1>> answer(Mono<Outcome> outcome, Act act, Mono<PoolV1> after) {
        return outcome.flatMap(what ->
                        switch (what) {
                            case Outcome.Done(var isNew) ->
                                    after.map(now -> shown(act, isNew, now));
                            case Outcome.Refused(var reason) ->
                                    Mono.just(PoolProblems.of(reason).<PoolV1>response());
                            case Outcome.IdTaken() ->
                                    Mono.just(Problem.idTaken().<PoolV1>response());
                        })
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static ResponseEntity<PoolV1> shown(Act act, boolean isNew, PoolV1 pool) {
        var written = isNew && act.kind() == Act.Kind.RECORD;
        return ResponseEntity.status(written ? HttpStatus.CREATED : HttpStatus.OK).body(pool);
    }

    record PoolRequest(
            @NotBlank @Size(max = 120) String name,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}
}
