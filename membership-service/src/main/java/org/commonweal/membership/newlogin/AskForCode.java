package org.commonweal.membership.newlogin;

import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.commonweal.membership.domain.NewLogin;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The member, with the present login, asks for a code that another login will bring. */
@Component
class AskForCode {

    private static final int CODE_BYTES = 20;

    private final Codes codes;
    private final RandomGenerator chance;
    private final Clock clock;

    AskForCode(Codes codes, RandomGenerator chance, Clock clock) {
        this.codes = codes;
        this.chance = chance;
        this.clock = clock;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(Command command) {
        return codes.situation(command).flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, Codes.Situation now) {
        if (now.toldBefore()) {
            return Mono.just(new Outcome.ToldBefore());
        }
        return switch (NewLogin.askedFor(now.ownProvider())) {
            case NewLogin.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case NewLogin.Answer.Possible() -> {
                var code = code();
                var until = clock.instant().plus(NewLogin.CODE_STANDS_FOR);
                yield codes.keep(command, now, code, until)
                        .map(_ -> new Outcome.Told(new Outcome.CodeView(code, until)));
            }
        };
    }

    private String code() {
        var bytes = new byte[CODE_BYTES];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    record Command(UUID key, Caller caller) {}
}
