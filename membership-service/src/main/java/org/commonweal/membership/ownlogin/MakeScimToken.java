package org.commonweal.membership.ownlogin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the token of a firm's directory; it is told once, and replaces the one before. */
@Component
class MakeScimToken {

    private static final int TOKEN_BYTES = 32;

    private final OwnLogins logins;
    private final RandomGenerator chance;

    MakeScimToken(OwnLogins logins, RandomGenerator chance) {
        this.logins = logins;
        this.chance = chance;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(Command command) {
        return logins.situation(command.caller(), command.key())
                .flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, OwnLogins.Situation now) {
        if (!now.administrator()) {
            return Mono.just(new Outcome.NotAnAdministrator());
        }
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.ToldBefore()
                            : new Outcome.IdTaken());
        }
        var token = token();
        return logins.keepToken(command, now.me(), sha256(token))
                .map(_ -> new Outcome.Made(now.me().organization().value(), token));
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    record Command(UUID key, String requestHash, Caller caller) {}

    sealed interface Outcome {
        record Made(UUID organization, String token) implements Outcome {}

        record ToldBefore() implements Outcome {}

        record IdTaken() implements Outcome {}

        record NotAnAdministrator() implements Outcome {}
    }
}
