package org.commonweal.membership.firmleaving;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.rulebook.PowerProblems;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The way back of a firm that has left. */
@RestController
@RequestMapping("/api/alliances/{alliance}/organizations/{id}/return")
@Tag(name = "organizations")
class ReturnController {

    private final BringBackFirm bringBack;
    private final RequestHash hash;
    private final Clock clock;

    ReturnController(BringBackFirm bringBack, RequestHash hash, Clock clock) {
        this.bringBack = bringBack;
        this.hash = hash;
        this.clock = clock;
    }

    @PutMapping
    Mono<ResponseEntity<LeaveAsFirm.ExitView>> bringBackFirm(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command =
                new BringBackFirm.Command(
                        CommandId.of(key, clock),
                        hash.of("firm-back/" + id, caller, ""),
                        caller,
                        id);
        return bringBack
                .handle(command)
                .map(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static ResponseEntity<LeaveAsFirm.ExitView> answer(
            BringBackFirm.Outcome outcome, BringBackFirm.Command command) {
        return switch (outcome) {
            case BringBackFirm.Outcome.Back() ->
                    ResponseEntity.ok(new LeaveAsFirm.ExitView(command.organization(), null, null));
            case BringBackFirm.Outcome.IdTaken() -> Problem.idTaken().response();
            case BringBackFirm.Outcome.ChangedMeanwhile() -> Problem.changedMeanwhile().response();
            case BringBackFirm.Outcome.OfMembers(var taken) ->
                    PowerProblems.of(command.caller().alliance(), taken).response();
            case BringBackFirm.Outcome.OfSponsor() -> PowerProblems.sponsor().response();
            case BringBackFirm.Outcome.NotADelegate() ->
                    Problem.refusal(
                                    HttpStatus.FORBIDDEN,
                                    "not-a-delegate",
                                    "Only a delegate may do this",
                                    "A firm is brought back by a delegate of one that is here.")
                            .response();
            case BringBackFirm.Outcome.NotAway() ->
                    Problem.refusal(
                                    HttpStatus.CONFLICT,
                                    "firm-not-away",
                                    "The firm has not left",
                                    "It takes part; invite its people.")
                            .response();
        };
    }
}
