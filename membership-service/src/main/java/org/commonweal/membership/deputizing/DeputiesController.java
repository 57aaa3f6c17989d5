package org.commonweal.membership.deputizing;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.commonweal.membership.domain.Deputy;
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

/** Who votes for the own firm while a delegate is away. */
@RestController
@RequestMapping("/api/alliances/{alliance}/deputies")
@Tag(name = "deputies")
class DeputiesController {

    private final Deputize deputize;
    private final DeputyLists lists;
    private final RequestHash hash;
    private final Clock clock;

    DeputiesController(Deputize deputize, DeputyLists lists, RequestHash hash, Clock clock) {
        this.deputize = deputize;
        this.lists = lists;
        this.hash = hash;
        this.clock = clock;
    }

    /** By a delegate, for the own absence; a colleague, who takes it up or not. */
    @PutMapping("/{id}")
    Mono<ResponseEntity<DeputyView>> nameDeputy(
            @PathVariable UUID id, Caller caller, @Valid @RequestBody NamingRequest request) {
        var command =
                new Deputize.Command(
                        CommandId.of(id, clock),
                        hash.of("name-deputy", caller, request),
                        caller,
                        id);
        return answer(deputize.name(command, request.person(), request.absence()), command);
    }

    @PutMapping("/{id}/acceptance")
    Mono<ResponseEntity<DeputyView>> acceptDeputy(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command = command("accept-deputy/", id, caller, key);
        return answer(deputize.answer(command, Deputy.State.ACCEPTED), command);
    }

    @PutMapping("/{id}/declination")
    Mono<ResponseEntity<DeputyView>> declineDeputy(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command = command("decline-deputy/", id, caller, key);
        return answer(deputize.answer(command, Deputy.State.DECLINED), command);
    }

    /** By the delegate who is back, or by the deputy. */
    @PutMapping("/{id}/end")
    Mono<ResponseEntity<DeputyView>> endDeputy(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command = command("end-deputy/", id, caller, key);
        return answer(deputize.end(command), command);
    }

    private Deputize.Command command(String operation, UUID id, Caller caller, UUID key) {
        return new Deputize.Command(
                CommandId.of(key, clock), hash.of(operation + id, caller, ""), caller, id);
    }

    private Mono<ResponseEntity<DeputyView>> answer(
            Mono<Deputize.Outcome> outcome, Deputize.Command command) {
        return outcome.flatMap(what ->
                        switch (what) {
                            case Deputize.Outcome.Done(var isNew) -> shown(command, isNew);
                            case Deputize.Outcome.Refused(var reason) ->
                                    Mono.just(DeputyProblems.of(reason).<DeputyView>response());
                            case Deputize.Outcome.IdTaken() ->
                                    Mono.just(Problem.idTaken().<DeputyView>response());
                            case Deputize.Outcome.ChangedMeanwhile() ->
                                    Mono.just(Problem.changedMeanwhile().<DeputyView>response());
                        })
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<DeputyView>> shown(Deputize.Command command, boolean isNew) {
        var named = command.key().equals(command.deputy());
        return lists.one(command.caller(), command.deputy())
                .map(view ->
                        ResponseEntity.status(isNew && named ? HttpStatus.CREATED : HttpStatus.OK)
                                .body(view));
    }

    /** Those of the caller's firm, newest first. */
    @GetMapping
    Mono<ResponseEntity<Page<DeputyView>>> listDeputies(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return lists.page(caller, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /**
     * @param person a colleague of the delegate
     * @param until the first moment in which the delegate is back
     */
    record NamingRequest(@NotNull UUID person, @NotNull Instant from, @NotNull Instant until) {

        /** As exact as what is kept. */
        Deputy.Absence absence() {
            return new Deputy.Absence(
                    from.truncatedTo(ChronoUnit.SECONDS), until.truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
