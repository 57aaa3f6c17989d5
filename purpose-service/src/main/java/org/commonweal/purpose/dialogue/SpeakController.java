package org.commonweal.purpose.dialogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Speaking;
import org.commonweal.purpose.loading.SpeakingProblems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}")
@Tag(name = "dialogue")
class SpeakController {

    private final Speak speak;
    private final Conversations conversations;
    private final RequestHash hashes;
    private final Clock clock;

    SpeakController(Speak speak, Conversations conversations, RequestHash hashes, Clock clock) {
        this.speak = speak;
        this.conversations = conversations;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping("/positions/{position}")
    @Operation(
            summary = "Say where I stand; the last one of each member counts",
            description =
                    "It is about the version of the text that was read. Refusals: class-not-allowed,"
                            + " not-in-dialogue, text-changed, dialogue-full")
    @ApiResponse(responseCode = "201", description = "Said", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<DialogueResponse>> takePosition(
            Caller caller,
            @PathVariable UUID proposal,
            @PathVariable UUID position,
            @Valid @RequestBody NewPosition body) {
        return say(
                caller,
                proposal,
                position,
                new Words.Position(body.stance(), body.words().strip(), body.textRead()),
                hashes.of("position/" + proposal, caller, body));
    }

    @PutMapping("/concerns/{concern}")
    @Operation(
            summary = "Raise a concern",
            description =
                    "A blocking one that is not resolved is printed on the ballot. Refusals: as for a"
                            + " position")
    @ApiResponse(responseCode = "201", description = "Raised", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<DialogueResponse>> raiseConcern(
            Caller caller,
            @PathVariable UUID proposal,
            @PathVariable UUID concern,
            @Valid @RequestBody NewConcern body) {
        return say(
                caller,
                proposal,
                concern,
                new Words.Concern(body.blocking(), body.words().strip(), body.textRead()),
                hashes.of("concern/" + proposal, caller, body));
    }

    @PutMapping("/concerns/{concern}/answers/{answer}")
    @Operation(
            summary = "Answer a concern",
            description = "Refusals: class-not-allowed, not-in-dialogue, dialogue-full")
    @ApiResponse(responseCode = "201", description = "Answered", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<DialogueResponse>> answerConcern(
            Caller caller,
            @PathVariable UUID proposal,
            @PathVariable UUID concern,
            @PathVariable UUID answer,
            @Valid @RequestBody NewAnswer body) {
        return say(
                caller,
                proposal,
                answer,
                new Words.Answer(concern, body.words().strip()),
                hashes.of("answer/" + proposal + "/" + concern, caller, body));
    }

    private Mono<ResponseEntity<DialogueResponse>> say(
            Caller caller, UUID proposal, UUID voice, Words words, String hash) {
        var id = CommandId.of(voice, clock);
        return speak.handle(new Speak.Command(caller, id, new ProposalId(proposal), words, hash))
                .flatMap(speaking -> answer(speaking, caller, proposal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<DialogueResponse>> answer(
            Speaking speaking, Caller caller, UUID proposal) {
        return switch (speaking) {
            case Speaking.Spoken _ -> read(caller, proposal, HttpStatus.CREATED);
            case Speaking.Repeated _ -> read(caller, proposal, HttpStatus.OK);
            case Speaking.Refused(var why) -> Mono.just(SpeakingProblems.of(why).response());
        };
    }

    private Mono<ResponseEntity<DialogueResponse>> read(
            Caller caller, UUID proposal, HttpStatus status) {
        return conversations
                .of(caller, proposal)
                .map(found -> ResponseEntity.status(status).body(found));
    }

    /**
     * @param textRead the version of the text that it is about
     */
    @Schema(name = "NewPosition")
    record NewPosition(
            @NotNull Words.Stance stance,
            @NotBlank @Size(max = 2_000) String words,
            @NotNull @Min(1) Integer textRead) {}

    /**
     * @param blocking whether the member could not live with it
     */
    @Schema(name = "NewConcern")
    record NewConcern(
            @NotNull Boolean blocking,
            @NotBlank @Size(max = 2_000) String words,
            @NotNull @Min(1) Integer textRead) {}

    @Schema(name = "NewConcernAnswer")
    record NewAnswer(@NotBlank @Size(max = 2_000) String words) {}
}
