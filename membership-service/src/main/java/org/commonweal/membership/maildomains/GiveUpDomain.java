package org.commonweal.membership.maildomains;

import org.commonweal.platform.messaging.Guard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The firm says that a domain is not its own any more; from now on another firm may prove it. */
@Component
class GiveUpDomain {

    private final MailDomains domains;
    private final DomainEndings endings;

    GiveUpDomain(MailDomains domains, DomainEndings endings) {
        this.domains = domains;
        this.endings = endings;
    }

    /** Empty when the domain is none of the caller's firm. */
    Mono<Outcome> handle(MailDomains.Command command) {
        return Guard.twice(domains.situation(command).flatMap(now -> decide(command, now)));
    }

    private Mono<Outcome> decide(MailDomains.Command command, MailDomains.Situation now) {
        return Outcome.settled(command, now).switchIfEmpty(Mono.defer(() -> giveUp(command, now)));
    }

    private Mono<Outcome> giveUp(MailDomains.Command command, MailDomains.Situation now) {
        return Guard.held(
                endings.giveUp(command.caller().alliance(), By.command(command, now), now.kept()),
                new Outcome.Done(false));
    }
}
