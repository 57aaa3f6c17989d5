package org.commonweal.membership.maildomains;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.commonweal.membership.domain.DomainName;
import org.commonweal.membership.domain.MailDomain;
import org.commonweal.platform.messaging.Guard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An administrator says that a domain is the own firm's, and gets a challenge to prove it. */
@Component
class NameDomain {

    private static final int TOKEN_BYTES = 20;

    private final DomainClaims claims;
    private final SharedDomains shared;
    private final RandomGenerator chance;

    NameDomain(DomainClaims claims, SharedDomains shared, RandomGenerator chance) {
        this.claims = claims;
        this.shared = shared;
        this.chance = chance;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(MailDomains.Command command, DomainName name) {
        return Guard.twice(
                claims.situation(command, name).flatMap(now -> decide(command, name, now)));
    }

    private Mono<Outcome> decide(
            MailDomains.Command command, DomainName name, DomainClaims.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Done(false)
                            : new Outcome.IdTaken());
        }
        if (!now.asker().administrator()) {
            return Mono.just(new Outcome.Refused(MailDomain.Refusal.NOT_AN_ADMINISTRATOR));
        }
        return switch (now.draft(shared.kindOf(name)).name()) {
            case MailDomain.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case MailDomain.Answer.Possible() ->
                    claims.keep(command, now.asker().me(), name, token())
                            .map(kept -> kept ? new Outcome.Done(true) : new Outcome.IdTaken());
        };
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        chance.nextBytes(bytes);
        return "commonweal-" + HexFormat.of().formatHex(bytes);
    }
}
