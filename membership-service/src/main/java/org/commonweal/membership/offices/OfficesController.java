package org.commonweal.membership.offices;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.commonweal.membership.domain.Seat;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.platform.web.WhateverIsAgreed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Who holds which office of the alliance; a decision gives it, and the member takes it up or not.
 */
@RestController
@RequestMapping("/api/alliances/{alliance}/offices")
@Tag(name = "offices")
class OfficesController {

    private final AnswerOffice answer;
    private final OfficeLists lists;
    private final RequestHash hash;
    private final Clock clock;

    OfficesController(AnswerOffice answer, OfficeLists lists, RequestHash hash, Clock clock) {
        this.answer = answer;
        this.lists = lists;
        this.hash = hash;
        this.clock = clock;
    }

    /** Those that are held or offered, newest first; with {@code past} also what is over. */
    @GetMapping
    Mono<ResponseEntity<Page<OfficeView>>> listOffices(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean past,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return lists.page(caller, past, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @GetMapping("/{seat}")
    Mono<ResponseEntity<OfficeView>> readOffice(@PathVariable UUID seat, Caller caller) {
        return lists.one(caller, seat)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @PutMapping("/{seat}/acceptance")
    Mono<ResponseEntity<OfficeView>> acceptOffice(
            @PathVariable UUID seat, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        return say(AnswerOffice.Answer.ACCEPT, seat, caller, key);
    }

    @PutMapping("/{seat}/declination")
    @WhateverIsAgreed
    Mono<ResponseEntity<OfficeView>> declineOffice(
            @PathVariable UUID seat, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        return say(AnswerOffice.Answer.DECLINE, seat, caller, key);
    }

    @PutMapping("/{seat}/resignation")
    @WhateverIsAgreed
    Mono<ResponseEntity<OfficeView>> resignOffice(
            @PathVariable UUID seat, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        return say(AnswerOffice.Answer.RESIGN, seat, caller, key);
    }

    private Mono<ResponseEntity<OfficeView>> say(
            AnswerOffice.Answer what, UUID seat, Caller caller, UUID key) {
        var operation = what.name().toLowerCase(Locale.ROOT) + "-office/" + seat;
        var command =
                new AnswerOffice.Command(
                        CommandId.of(key, clock),
                        hash.of(operation, caller, ""),
                        caller,
                        seat,
                        what);
        return answer.handle(command)
                .flatMap(outcome ->
                        switch (outcome) {
                            case AnswerOffice.Outcome.Done() ->
                                    lists.one(caller, seat).map(ResponseEntity::ok);
                            case AnswerOffice.Outcome.Refused(var reason) ->
                                    Mono.just(problem(reason).<OfficeView>response());
                            case AnswerOffice.Outcome.IdTaken() ->
                                    Mono.just(Problem.idTaken().<OfficeView>response());
                            case AnswerOffice.Outcome.ChangedMeanwhile() ->
                                    Mono.just(Problem.changedMeanwhile().<OfficeView>response());
                        })
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static Problem problem(Seat.Refusal reason) {
        return switch (reason) {
            case OVER ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "office-over",
                            "That is over",
                            "It was answered, or has ended. Another decision can give it again.");
            case NOT_HELD ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "office-not-held",
                            "You do not hold this office",
                            "What is held can be laid down; what is offered can be declined.");
        };
    }
}
