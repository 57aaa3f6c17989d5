package org.commonweal.membership.letters;

import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.domain.Invitation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads an invitation by its mail, and declines it; a yes needs the login of the invited firm. */
@Component
class AnswerLetter {

    private final Letters letters;
    private final Clock clock;

    AnswerLetter(Letters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    Mono<Outcome> read(LetterKeys.Letter letter) {
        return letters.one(letter).map(found -> new Outcome.Told(found.view()));
    }

    /** Declined twice is declined. */
    Mono<Outcome> decline(LetterKeys.Letter letter, UUID command) {
        return letters.one(letter)
                .flatMap(found ->
                        found.view().state() == LetterView.State.DECLINED
                                ? Mono.just(new Outcome.Told(found.view()))
                                : decline(letter, command, found));
    }

    private Mono<Outcome> decline(LetterKeys.Letter letter, UUID command, Letters.Found found) {
        return switch (found.invitation().answerable(clock.instant())) {
            case Invitation.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Invitation.Answer.Possible() ->
                    letters.decline(letter, command).then(read(letter));
        };
    }

    sealed interface Outcome {
        record Told(LetterView letter) implements Outcome {}

        record Refused(Invitation.Refusal reason) implements Outcome {}
    }
}
