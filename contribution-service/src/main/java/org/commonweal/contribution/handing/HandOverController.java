package org.commonweal.contribution.handing;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.contribution.domain.HandingOver;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who is asked to answer hands that over, whether they leave or not. */
@RestController
@Tag(name = "needed-of-me")
class HandOverController {

    private final HandOverAsk handOver;
    private final RequestHash hashes;
    private final Clock clock;

    HandOverController(HandOverAsk handOver, RequestHash hashes, Clock clock) {
        this.handOver = handOver;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** To a person of another firm than the author's; within the time that runs. */
    @PutMapping("/api/alliances/{alliance}/contributions/{contribution}/handovers/{id}")
    Mono<ResponseEntity<HandedOverView>> handOverAsk(
            Caller caller,
            @PathVariable UUID contribution,
            @PathVariable UUID id,
            @Valid @RequestBody HandOverRequest request) {
        var hash = hashes.of("contribution.hand-over/" + contribution, caller, request);
        var command =
                new HandOverAsk.Command(
                        contribution, CommandId.of(id, clock), hash, request.person());
        return handOver.handle(caller, command).map(result -> answer(result, command));
    }

    private static ResponseEntity<HandedOverView> answer(
            HandOverAsk.Result result, HandOverAsk.Command command) {
        var view = new HandedOverView(command.contribution(), command.person());
        return switch (result) {
            case HandOverAsk.Result.HandedOver _ ->
                    ResponseEntity.status(HttpStatus.CREATED).body(view);
            case HandOverAsk.Result.Repeated _ -> ResponseEntity.ok(view);
            case HandOverAsk.Result.IdTaken _ -> Problem.idTaken().response();
            case HandOverAsk.Result.NotThere _ -> Problem.notFound().response();
            case HandOverAsk.Result.Refused(var reason) -> problem(reason).response();
        };
    }

    private static Problem problem(HandingOver.Refusal reason) {
        return switch (reason) {
            case ANSWERED ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "ask-answered",
                            "It does not wait for an answer",
                            "Somebody has answered this, so there is nothing to hand over.");
            case NOT_ASKED ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "ask-not-yours",
                            "It is not asked of you",
                            "Who is asked to answer hands that over.");
            case NOBODY ->
                    unfit("ask-nobody", "Nobody who answers", "Name another member or expert.");
            case OWN_FIRM ->
                    unfit(
                            "ask-own-firm",
                            "Of the author's own firm",
                            "Another firm must answer. Name a person of another firm than the"
                                    + " author's.");
            case ASKED_ALREADY ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "ask-asked-already",
                            "They are asked already",
                            "It is asked of this person, too. Name somebody else.");
        };
    }

    private static Problem unfit(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.UNPROCESSABLE_CONTENT, kebab, title, detail)
                .error("/person", "is nobody who can be asked");
    }

    /**
     * @param person who is asked instead
     */
    @Schema(name = "HandOverAsk")
    record HandOverRequest(@NotNull UUID person) {}

    /**
     * @param person who is asked now
     */
    @Schema(name = "HandedOverAsk")
    record HandedOverView(UUID contribution, UUID person) {}
}
