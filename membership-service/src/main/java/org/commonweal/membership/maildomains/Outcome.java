package org.commonweal.membership.maildomains;

import org.commonweal.membership.domain.MailDomain;
import reactor.core.publisher.Mono;

/** What became of an act on a mail domain. */
sealed interface Outcome {

    record Done(boolean isNew) implements Outcome {}

    record Refused(MailDomain.Refusal reason) implements Outcome {}

    record IdTaken() implements Outcome {}

    /** Given up, and so gone for everybody. */
    record Gone() implements Outcome {}

    /** What is said without looking at the act itself; empty when that decides. */
    static Mono<Outcome> settled(MailDomains.Command command, MailDomains.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Done(false)
                            : new IdTaken());
        }
        if (!now.asker().administrator()) {
            return Mono.just(new Refused(MailDomain.Refusal.NOT_AN_ADMINISTRATOR));
        }
        return now.kept().over() ? Mono.just(new Gone()) : Mono.empty();
    }
}
