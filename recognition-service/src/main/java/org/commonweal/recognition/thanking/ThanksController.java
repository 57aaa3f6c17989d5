package org.commonweal.recognition.thanking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.recognition.domain.ContributionId;
import org.commonweal.recognition.domain.ThankYou;
import org.commonweal.recognition.domain.ThankYouId;
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

/** Giving thanks for a contribution, and reading who thanked whom for what. */
@RestController
@RequestMapping("/api/alliances/{alliance}/thanks")
@Tag(name = "thanks")
class ThanksController {

    private final GiveThanks give;
    private final GivenThanks given;
    private final RequestHash hash;
    private final Clock clock;

    ThanksController(GiveThanks give, GivenThanks given, RequestHash hash, Clock clock) {
        this.give = give;
        this.given = given;
        this.hash = hash;
        this.clock = clock;
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Thank the author of a contribution",
            description =
                    "Refused with thanks-to-self (403) and contribution-unknown (422); id-taken"
                            + " (409) when the id stands for another thank-you.")
    @ApiResponse(responseCode = "200", description = "Given before, with the same content")
    @ApiResponse(responseCode = "201", description = "Given now")
    Mono<ResponseEntity<ThankYouV1>> giveThanks(
            @PathVariable UUID alliance,
            @PathVariable UUID id,
            Caller caller,
            @Valid @RequestBody ThanksRequest request) {
        var command =
                new GiveThanks.Command(
                        caller,
                        new ThankYouId(CommandId.of(id, clock)),
                        hash.of("thanked/" + id, caller, request),
                        new ContributionId(request.contribution()),
                        request.text());
        return give.handle(command)
                .map(ThanksController::answer)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @GetMapping
    @Operation(summary = "Thanks, newest first")
    Mono<ResponseEntity<Page<ThankYouV1>>> readThanks(
            @PathVariable UUID alliance,
            Caller caller,
            @RequestParam(required = false) @Nullable UUID to,
            @RequestParam(required = false) @Nullable UUID contribution,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return given.seenBy(
                        caller, new GivenThanks.Filter(to, contribution), cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static ResponseEntity<ThankYouV1> answer(GiveThanks.Outcome outcome) {
        return switch (outcome) {
            case GiveThanks.Outcome.Given(var thanks) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(thanks);
            case GiveThanks.Outcome.GivenBefore(var thanks) -> ResponseEntity.ok(thanks);
            case GiveThanks.Outcome.IdTaken() -> Problem.idTaken().response();
            case GiveThanks.Outcome.Refused(var reason) -> problem(reason).response();
        };
    }

    private static Problem problem(ThankYou.Refusal reason) {
        return switch (reason) {
            case CONTRIBUTION_UNKNOWN ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "contribution-unknown",
                                    "No such contribution",
                                    "Thanks name a contribution of this alliance. One submitted"
                                            + " just now is known here within a second.")
                            .error("/contribution", "is not known here");
            case TO_SELF ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "thanks-to-self",
                            "Nobody thanks oneself",
                            "This contribution is your own. You can thank the authors of others.");
        };
    }

    record ThanksRequest(
            @NotNull UUID contribution, @NotBlank @Size(max = ThankYou.TEXT_MAX) String text) {}
}
