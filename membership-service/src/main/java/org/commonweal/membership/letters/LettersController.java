package org.commonweal.membership.letters;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** An invitation for whoever got the mail: the key of its link is the bearer token. */
@RestController
@RequestMapping("/letters/invitation")
@Tag(name = "letters")
class LettersController {

    private static final String BEARER = "Bearer ";

    private final LetterKeys keys;
    private final AnswerLetter answer;
    private final Clock clock;

    LettersController(LetterKeys keys, AnswerLetter answer, Clock clock) {
        this.keys = keys;
        this.answer = answer;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<LetterView>> readLetter(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization) {
        return with(authorization, answer::read);
    }

    @PutMapping("/declination")
    Mono<ResponseEntity<LetterView>> declineByLetter(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization,
            @RequestHeader("Idempotency-Key") UUID key) {
        return with(authorization, letter -> answer.decline(letter, CommandId.of(key, clock)));
    }

    private Mono<ResponseEntity<LetterView>> with(
            @Nullable String authorization,
            Function<LetterKeys.Letter, Mono<AnswerLetter.Outcome>> act) {
        return opened(authorization)
                .map(letter -> act.apply(letter).map(LettersController::response))
                .orElseGet(() -> Mono.just(keyless()))
                .defaultIfEmpty(keyless());
    }

    private Optional<LetterKeys.Letter> opened(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header -> keys.open(header.substring(BEARER.length())));
    }

    private static ResponseEntity<LetterView> response(AnswerLetter.Outcome outcome) {
        return switch (outcome) {
            case AnswerLetter.Outcome.Told(var letter) -> ResponseEntity.ok(letter);
            case AnswerLetter.Outcome.Refused(var reason) ->
                    Problem.refusal(
                                    HttpStatus.CONFLICT,
                                    reason == Invitation.Refusal.EXPIRED
                                            ? "invitation-expired"
                                            : "invitation-answered",
                                    "There is nothing to decline any more",
                                    "The invitation was answered, or is too old to be. Whoever has"
                                            + " joined can leave at any moment, after logging in.")
                            .response();
        };
    }

    /** The same for a link that lacks something and for one that is forged. */
    private static ResponseEntity<LetterView> keyless() {
        return Problem.refusal(
                        HttpStatus.UNAUTHORIZED,
                        "not-logged-in",
                        "This link opens nothing",
                        "Open the link as it stands in the mail, to its last letter, or log in.")
                .response();
    }
}
