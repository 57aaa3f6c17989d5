package org.commonweal.contribution.submitting;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.contribution.domain.GoalId;
import org.commonweal.contribution.domain.Submission;
import org.commonweal.contribution.reading.ContributionV1;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Gives something to a goal: live at once, without an approval before it. */
@RestController
@Tag(name = "contributions")
class SubmitContributionController {

    private final SubmitContribution submit;
    private final RequestHash hashes;
    private final Clock clock;

    SubmitContributionController(SubmitContribution submit, RequestHash hashes, Clock clock) {
        this.submit = submit;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** What is given. The goal is asked for by a rule, not by the form: see claim A24. */
    record SubmitContributionV1(
            @Nullable UUID goal,
            @NotNull Kind kind,
            @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\r\\n\\t]*") String title,
            @NotBlank @Size(max = 20_000) String body) {}

    /** What sort of thing it is. */
    enum Kind {
        PIECE,
        QUESTION,
        ANSWER,
        HELP
    }

    @PutMapping("/api/alliances/{alliance}/contributions/{id}")
    Mono<ResponseEntity<ContributionV1>> submitContribution(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody SubmitContributionV1 request) {
        var command =
                new SubmitContribution.Command(
                        CommandId.of(id, clock),
                        hashes.of("contribution.submit", caller, request),
                        Optional.ofNullable(request.goal()).map(GoalId::new),
                        request.kind().name(),
                        request.title().strip(),
                        request.body());
        return submit.handle(caller, command).map(SubmitContributionController::answer);
    }

    private static ResponseEntity<ContributionV1> answer(SubmitContribution.Result result) {
        return switch (result) {
            case SubmitContribution.Result.Created(var contribution) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(contribution);
            case SubmitContribution.Result.Repeated(var contribution) ->
                    ResponseEntity.ok(contribution);
            case SubmitContribution.Result.IdTaken _ -> Problem.idTaken().response();
            case SubmitContribution.Result.NoStanding _ -> Problem.notFound().response();
            case SubmitContribution.Result.Refused(var reason) -> problem(reason).response();
        };
    }

    private static Problem toTheCallAlone() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "class-not-allowed",
                "Guests give to the goal they are invited to",
                "Give to that goal. To give to others, ask a member for an invitation as a member,"
                        + " an expert or a customer.");
    }

    private static Problem problem(Submission.Refusal reason) {
        return switch (reason) {
            case CLASS_NOT_ALLOWED -> toTheCallAlone();
            case GOAL_MISSING ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "goal-missing",
                                    "A contribution serves a goal",
                                    "Name the goal of the alliance's purpose that this serves.")
                            .error("/goal", "is missing");
            case GOAL_UNKNOWN ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "goal-unknown",
                                    "This goal is not known",
                                    "Choose one of the goals that the alliance has set.")
                            .error("/goal", "is not a goal of this alliance");
            case PURPOSE_CLOSED ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "purpose-closed",
                                    "The purpose of this goal is closed",
                                    "Choose a goal of the purpose that is active now.")
                            .error("/goal", "serves a purpose that is closed");
        };
    }
}
