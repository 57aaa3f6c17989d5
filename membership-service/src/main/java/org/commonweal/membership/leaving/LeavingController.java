package org.commonweal.membership.leaving;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.domain.Removal;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.platform.web.WhateverIsAgreed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The ways out: leaving is free, at any moment; a firm can take back only its own people. */
@RestController
@RequestMapping("/api/alliances/{alliance}/people")
@Tag(name = "people")
class LeavingController {

    private final EndMembership end;
    private final RequestHash hash;
    private final Clock clock;

    LeavingController(EndMembership end, RequestHash hash, Clock clock) {
        this.end = end;
        this.hash = hash;
        this.clock = clock;
    }

    /** With a second firm's login the place there ends alone, otherwise the whole membership. */
    @PutMapping("/mine/exit")
    @WhateverIsAgreed
    Mono<ResponseEntity<EndMembership.EndedView>> leaveAlliance(
            Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command =
                new EndMembership.Command(
                        CommandId.of(key, clock), hash.of("leave", caller, ""), caller);
        return end.leave(command)
                .map(LeavingController::answer)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** With the login of either firm; the membership at the home firm stays. */
    @PutMapping("/mine/secondment/exit")
    @WhateverIsAgreed
    Mono<ResponseEntity<EndMembership.EndedView>> endMySecondment(
            Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command =
                new EndMembership.Command(
                        CommandId.of(key, clock), hash.of("leave-second", caller, ""), caller);
        return end.leaveSecond(command)
                .map(LeavingController::answer)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** By the home firm from the alliance, by a second firm from there alone. */
    @PutMapping("/{person}/removal")
    Mono<ResponseEntity<EndMembership.EndedView>> removeMember(
            @PathVariable UUID person,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody RemovalRequest request) {
        var command =
                new EndMembership.Command(
                        CommandId.of(key, clock),
                        hash.of("remove/" + person, caller, request),
                        caller);
        return end.remove(command, person, request.reason())
                .map(LeavingController::answer)
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static ResponseEntity<EndMembership.EndedView> answer(EndMembership.Outcome outcome) {
        return switch (outcome) {
            case EndMembership.Outcome.Ended(var view) -> ResponseEntity.ok(view);
            case EndMembership.Outcome.IdTaken() -> Problem.idTaken().response();
            case EndMembership.Outcome.ChangedMeanwhile() -> Problem.changedMeanwhile().response();
            case EndMembership.Outcome.Refused(var reason) -> problem(reason).response();
        };
    }

    private static Problem problem(Removal.Refusal reason) {
        return switch (reason) {
            case NOT_AN_ADMINISTRATOR ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "not-an-administrator",
                            "Only an administrator of the firm may do this",
                            "An administrator of your firm can remove people of your firm.");
            case OTHER_FIRM ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "other-firm",
                            "Not your firm's person",
                            "A firm removes its own people only; ask an administrator of theirs.");
            case NO_SECOND_FIRM ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "no-second-firm",
                            "There is no second firm",
                            "You belong to one firm here. Leaving it is leaving the alliance.");
            case REASON_MISSING ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "removal-reason-missing",
                                    "Say why",
                                    "A removal needs a reason.")
                            .error("/reason", "says why the person is removed");
        };
    }

    record RemovalRequest(@NotNull @Size(max = 2_000) String reason) {}
}
