package org.commonweal.purpose.secretballot;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.SecretCasting;
import org.commonweal.purpose.loading.CastingProblems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The box takes votes from nobody in particular: no login, no cookie, no id of a command. The token
 * is in the body, because addresses end up in logs.
 */
@RestController
@RequestMapping("/ballot-boxes/{alliance}/{proposal}")
@Tag(name = "ballot-boxes")
class BallotBoxController {

    private final CastSecretly cast;

    BallotBoxController(CastSecretly cast) {
        this.cast = cast;
    }

    @PostMapping("/votes")
    @Operation(
            summary = "Put a vote into the box; until the close the last one of a token counts",
            description = "Refusals: token-not-valid, choice-not-offered, ballot-closed")
    Mono<ResponseEntity<ReceiptResponse>> castSecretly(
            @PathVariable UUID alliance,
            @PathVariable UUID proposal,
            @Valid @RequestBody SecretVoteRequest vote) {
        return cast.handle(new CastSecretly.Command(alliance, proposal, vote))
                .map(casting -> response(casting, vote))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static ResponseEntity<ReceiptResponse> response(
            SecretCasting casting, SecretVoteRequest vote) {
        return switch (casting) {
            case SecretCasting.Cast _ ->
                    ResponseEntity.ok(new ReceiptResponse(vote.signed().receipt()));
            case SecretCasting.Refused(var refusal) -> problem(refusal).response();
        };
    }

    private static Problem problem(SecretCasting.Refusal refusal) {
        return switch (refusal) {
            case BALLOT_CLOSED -> CastingProblems.of(Casting.Refusal.BALLOT_CLOSED);
            case CHOICE_NOT_OFFERED -> CastingProblems.of(Casting.Refusal.CHOICE_NOT_OFFERED);
            case TOKEN_NOT_VALID ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "token-not-valid",
                            "This is no voting paper of this ballot",
                            "A vote needs the voting paper that this ballot has signed for you.");
        };
    }
}
