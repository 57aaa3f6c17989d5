package org.commonweal.membership.moving;

import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.commonweal.membership.domain.Move;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The person, with the present login, agrees or declines. Who agrees is told a code: with it the
 * login of the new firm, which nobody knows yet, is the same person.
 */
@Component
class AnswerMove {

    private static final int CODE_BYTES = 20;

    private final MoveAnswers answers;
    private final RandomGenerator chance;
    private final Clock clock;

    AnswerMove(MoveAnswers answers, RandomGenerator chance, Clock clock) {
        this.answers = answers;
        this.chance = chance;
        this.clock = clock;
    }

    /** Empty for everybody but the person. */
    Mono<Outcome> agree(Command command) {
        return decide(
                command,
                new Outcome.ToldBefore(),
                now -> {
                    var code = code();
                    return answers.agree(command, now, code).map(_ -> new Outcome.Agreed(code));
                });
    }

    /** Empty for everybody but the person. */
    Mono<Outcome> decline(Command command) {
        return decide(
                command,
                new Outcome.Declined(),
                now -> answers.decline(command, now).map(_ -> new Outcome.Declined()));
    }

    private Mono<Outcome> decide(
            Command command, Outcome repeated, Function<MoveAnswers.Situation, Mono<Outcome>> act) {
        return answers.situation(command).flatMap(now -> decide(command, repeated, act, now));
    }

    private Mono<Outcome> decide(
            Command command,
            Outcome repeated,
            Function<MoveAnswers.Situation, Mono<Outcome>> act,
            MoveAnswers.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? repeated
                            : new Outcome.IdTaken());
        }
        return switch (now.move().answered(clock.instant())) {
            case Move.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Move.Answer.Possible() ->
                    act.apply(now).defaultIfEmpty(new Outcome.Refused(Move.Refusal.ANSWERED));
        };
    }

    private String code() {
        var bytes = new byte[CODE_BYTES];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    record Command(UUID key, String requestHash, Caller caller, UUID move) {}
}
