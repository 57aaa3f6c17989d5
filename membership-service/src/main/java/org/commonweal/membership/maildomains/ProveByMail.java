package org.commonweal.membership.maildomains;

import java.util.function.Function;
import org.commonweal.membership.domain.MailDomain;
import org.commonweal.membership.domain.MailDomain.Answer;
import org.commonweal.platform.messaging.Guard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whoever reads the mail of a domain's postmaster runs it: a code goes there, and comes back. */
@Component
class ProveByMail {

    private final MailDomains domains;
    private final ProofMails mails;
    private final DomainProofs proofs;
    private final MailCodes codes;

    ProveByMail(MailDomains domains, ProofMails mails, DomainProofs proofs, MailCodes codes) {
        this.domains = domains;
        this.mails = mails;
        this.proofs = proofs;
        this.codes = codes;
    }

    /** Empty when the domain is none of the caller's firm. */
    Mono<Outcome> ask(MailDomains.Command command, Mailbox mailbox) {
        return decided(
                command,
                now -> now.byMail().ask(now.kept().now()),
                now ->
                        mails.ask(
                                command.caller().alliance(),
                                By.command(command, now),
                                now.kept(),
                                mailbox,
                                codes.make()));
    }

    /** Empty when the domain is none of the caller's firm. */
    Mono<Outcome> confirm(MailDomains.Command command, String code) {
        return decided(
                command,
                now -> now.byMail().confirm(MailCodes.hash(code), now.kept().now()),
                now ->
                        proofs.prove(
                                command.caller().alliance(),
                                By.command(command, now),
                                now.kept(),
                                MailDomain.Method.MAIL));
    }

    private Mono<Outcome> decided(
            MailDomains.Command command,
            Function<MailDomains.Situation, Answer> rule,
            Function<MailDomains.Situation, Mono<Long>> act) {
        return Guard.twice(
                domains.situation(command)
                        .flatMap(now ->
                                Outcome.settled(command, now)
                                        .switchIfEmpty(Mono.defer(() -> act(now, rule, act)))));
    }

    private static Mono<Outcome> act(
            MailDomains.Situation now,
            Function<MailDomains.Situation, Answer> rule,
            Function<MailDomains.Situation, Mono<Long>> act) {
        return switch (rule.apply(now)) {
            case Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Answer.Possible() -> Guard.held(act.apply(now), new Outcome.Done(false));
        };
    }
}
