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
import org.commonweal.purpose.domain.GoalSetting;
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
@RequestMapping("/api/alliances/{alliance}/goals/{goal}")
@Tag(name = "goals")
class SetGoalController {

    private final SetGoal setGoal;
    private final Goals goals;
    private final RequestHash hashes;
    private final Clock clock;

    SetGoalController(SetGoal setGoal, Goals goals, RequestHash hashes, Clock clock) {
        this.setGoal = setGoal;
        this.goals = goals;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping
    @Operation(
            summary = "Set a goal below the active purpose; any member may",
            description =
                    "Refusals: class-not-allowed, purpose-not-ratified, owner-not-a-member,"
                            + " target-is-baseline")
    @ApiResponse(responseCode = "201", description = "Set", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<GoalResponse>> setGoal(
            Caller caller, @PathVariable UUID goal, @Valid @RequestBody GoalRequest body) {
        var command =
                new SetGoal.Command(
                        caller,
                        body.wish(CommandId.of(goal, clock)),
                        hashes.of("set-goal", caller, body));
        return setGoal.handle(command)
                .flatMap(setting -> answer(setting, caller, goal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<GoalResponse>> answer(
            GoalSetting setting, Caller caller, UUID goal) {
        return switch (setting) {
            case GoalSetting.Set _ -> read(caller, goal, HttpStatus.CREATED);
            case GoalSetting.Repeated _ -> read(caller, goal, HttpStatus.OK);
            case GoalSetting.Refused(GoalSetting.Refusal refusal) ->
                    Mono.just(problem(refusal).response());
        };
    }

    private Mono<ResponseEntity<GoalResponse>> read(Caller caller, UUID goal, HttpStatus status) {
        return goals.one(caller, goal).map(found -> ResponseEntity.status(status).body(found));
    }

    private static Problem problem(GoalSetting.Refusal refusal) {
        return switch (refusal) {
            case ID_TAKEN -> Problem.idTaken();
            case CLASS_NOT_ALLOWED -> ClassProblems.membersAlone();
            case PURPOSE_NOT_RATIFIED ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "purpose-not-ratified",
                            "There is no active purpose",
                            "A goal serves a purpose that the members have ratified.");
            case OWNER_NOT_A_MEMBER ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "owner-not-a-member",
                                    "The owner is no member",
                                    "The owner of a goal is an active member of the alliance.")
                            .error("/owner", "is no active member");
            case TARGET_IS_BASELINE ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "target-is-baseline",
                                    "The target is the baseline",
                                    "A goal has a way to go: target and baseline differ.")
                            .error("/target", "equals the baseline");
        };
    }
}
