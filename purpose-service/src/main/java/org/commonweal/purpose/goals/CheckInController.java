package org.commonweal.purpose.goals;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.CheckingIn;
import org.commonweal.purpose.domain.GoalId;
import org.commonweal.purpose.loading.ClassProblems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/goals/{goal}/check-ins/{checkIn}")
@Tag(name = "goals")
class CheckInController {

    private final CheckInOnGoal checkInOnGoal;
    private final Goals goals;
    private final RequestHash hashes;
    private final Clock clock;

    CheckInController(CheckInOnGoal checkInOnGoal, Goals goals, RequestHash hashes, Clock clock) {
        this.checkInOnGoal = checkInOnGoal;
        this.goals = goals;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping
    @Operation(
            summary = "Say where a goal stands; its owner alone does, and gets the goal back",
            description =
                    "Refusals: class-not-allowed, not-the-owner, purpose-closed,"
                            + " check-in-in-the-future")
    @ApiResponse(responseCode = "201", description = "Kept", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<GoalResponse>> checkIn(
            Caller caller,
            @PathVariable UUID goal,
            @PathVariable UUID checkIn,
            @Valid @RequestBody CheckInRequest body) {
        var command =
                new CheckInOnGoal.Command(
                        caller,
                        CommandId.of(checkIn, clock),
                        new GoalId(goal),
                        body.number(),
                        body.on(),
                        body.words(),
                        hashes.of("check-in/" + goal, caller, body));
        return checkInOnGoal
                .handle(command)
                .flatMap(decision -> answer(decision, caller, goal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<GoalResponse>> answer(
            CheckingIn decision, Caller caller, UUID goal) {
        return switch (decision) {
            case CheckingIn.Kept _ -> read(caller, goal, HttpStatus.CREATED);
            case CheckingIn.Repeated _ -> read(caller, goal, HttpStatus.OK);
            case CheckingIn.Refused(CheckingIn.Refusal refusal) ->
                    Mono.just(problem(refusal).response());
        };
    }

    private Mono<ResponseEntity<GoalResponse>> read(Caller caller, UUID goal, HttpStatus status) {
        return goals.one(caller, goal).map(found -> ResponseEntity.status(status).body(found));
    }

    private static Problem problem(CheckingIn.Refusal refusal) {
        return switch (refusal) {
            case ID_TAKEN -> Problem.idTaken();
            case CLASS_NOT_ALLOWED -> ClassProblems.membersAlone();
            case NOT_THE_OWNER ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "not-the-owner",
                            "You do not own this goal",
                            "Its owner says where it stands. Ask the owner for a check-in.");
            case PURPOSE_CLOSED ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "purpose-closed",
                            "The purpose is closed",
                            "The goal served a purpose that is over. Where it stood then, stays.");
            case IN_THE_FUTURE ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "check-in-in-the-future",
                                    "The day has not come",
                                    "Say where the goal stands today, or stood before.")
                            .error("/on", "is in the future");
        };
    }
}
