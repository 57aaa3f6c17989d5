package org.commonweal.membership.handing;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.domain.Handover;
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

/** What somebody does for the own firm, handed over to a colleague; leaving needs none of it. */
@RestController
@RequestMapping("/api/alliances/{alliance}/handovers")
@Tag(name = "handovers")
class HandoversController {

    private final HandOver handOver;
    private final HandoverLists lists;
    private final RequestHash hash;
    private final Clock clock;

    HandoversController(HandOver handOver, HandoverLists lists, RequestHash hash, Clock clock) {
        this.handOver = handOver;
        this.lists = lists;
        this.hash = hash;
        this.clock = clock;
    }

    /** By who has the role; the colleague takes it up or not. */
    @PutMapping("/{id}")
    Mono<ResponseEntity<HandoverView>> offerRole(
            @PathVariable UUID id, Caller caller, @Valid @RequestBody HandoverRequest request) {
        var command =
                new HandOver.Command(
                        CommandId.of(id, clock),
                        hash.of("offer-role", caller, request),
                        caller,
                        id);
        return answer(handOver.offer(command, request.person(), request.role()), command);
    }

    /** The role passes at once: the one has it no longer, and the other does. */
    @PutMapping("/{id}/acceptance")
    Mono<ResponseEntity<HandoverView>> acceptRole(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command = command("accept-role/", id, caller, key);
        return answer(handOver.accept(command), command);
    }

    @PutMapping("/{id}/declination")
    Mono<ResponseEntity<HandoverView>> declineRole(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command = command("decline-role/", id, caller, key);
        return answer(handOver.decline(command), command);
    }

    @PutMapping("/{id}/withdrawal")
    Mono<ResponseEntity<HandoverView>> withdrawRole(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command = command("withdraw-role/", id, caller, key);
        return answer(handOver.withdraw(command), command);
    }

    private HandOver.Command command(String operation, UUID id, Caller caller, UUID key) {
        return new HandOver.Command(
                CommandId.of(key, clock), hash.of(operation + id, caller, ""), caller, id);
    }

    private Mono<ResponseEntity<HandoverView>> answer(
            Mono<HandOver.Outcome> outcome, HandOver.Command command) {
        return outcome.flatMap(what ->
                        switch (what) {
                            case HandOver.Outcome.Done(var isNew) -> shown(command, isNew);
                            case HandOver.Outcome.Refused(var reason) ->
                                    Mono.just(HandoverProblems.of(reason).<HandoverView>response());
                            case HandOver.Outcome.IdTaken() ->
                                    Mono.just(Problem.idTaken().<HandoverView>response());
                            case HandOver.Outcome.ChangedMeanwhile() ->
                                    Mono.just(Problem.changedMeanwhile().<HandoverView>response());
                        })
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<HandoverView>> shown(HandOver.Command command, boolean isNew) {
        var offered = command.key().equals(command.handover());
        return lists.one(command.caller(), command.handover())
                .map(view ->
                        ResponseEntity.status(isNew && offered ? HttpStatus.CREATED : HttpStatus.OK)
                                .body(view));
    }

    /** What the caller offers and is offered, newest first. */
    @GetMapping
    Mono<ResponseEntity<Page<HandoverView>>> listHandovers(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return lists.page(caller, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /**
     * @param person a colleague of the caller
     */
    record HandoverRequest(@NotNull UUID person, @NotNull Handover.Role role) {}
}
