package org.commonweal.purpose.secretballot;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.PaperSigning;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.loading.CastingProblems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}/ballots/mine/paper")
@Tag(name = "proposals")
class PaperController {

    private final SignPaper signPaper;
    private final Clock clock;

    PaperController(SignPaper signPaper, Clock clock) {
        this.signPaper = signPaper;
        this.clock = clock;
    }

    @PutMapping
    @Operation(
            summary = "Have the voting paper of an anonymous ballot signed, without its being seen",
            description =
                    "The same again is answered the same, another is refused. Refusals:"
                            + " not-a-delegate, not-in-electorate, recused, ballot-not-open,"
                            + " ballot-closed, ballot-not-anonymous, paper-signed, paper-not-blinded,"
                            + " standings-stale")
    Mono<ResponseEntity<PaperResponse>> signPaper(
            Caller caller,
            @PathVariable UUID proposal,
            @RequestHeader("Idempotency-Key") UUID command,
            @Valid @RequestBody PaperRequest paper) {
        var id = CommandId.of(command, clock);
        return signPaper
                .handle(new SignPaper.Command(caller, id, new ProposalId(proposal), paper))
                .map(PaperController::response)
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static ResponseEntity<PaperResponse> response(SignPaper.Outcome outcome) {
        return switch (outcome.decision()) {
            case PaperSigning.Signed _, PaperSigning.Repeated _ ->
                    ResponseEntity.ok(new PaperResponse(outcome.signature().orElseThrow()));
            case PaperSigning.NoVote(var why) -> CastingProblems.of(why).response();
            case PaperSigning.NotAnonymous _ ->
                    Problem.refusal(
                                    HttpStatus.CONFLICT,
                                    "ballot-not-anonymous",
                                    "Votes on this ballot are cast by name",
                                    "Cast the vote itself; it needs no voting paper.")
                            .response();
            case PaperSigning.SignedAlready _ ->
                    Problem.refusal(
                                    HttpStatus.CONFLICT,
                                    "paper-signed",
                                    "Your voting paper was signed already",
                                    "Each elector has one. Vote from the device that has it.")
                            .response();
            case PaperSigning.NotBlinded _ ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "paper-not-blinded",
                                    "This is nothing that can be signed",
                                    "Blind a message for the key of your weight, which the proposal"
                                            + " shows.")
                            .response();
        };
    }
}
