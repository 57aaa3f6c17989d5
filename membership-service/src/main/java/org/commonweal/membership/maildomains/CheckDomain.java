package org.commonweal.membership.maildomains;

import org.commonweal.membership.domain.MailDomain;
import org.commonweal.membership.domain.MailDomain.Verdict;
import org.commonweal.platform.messaging.Guard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks for the challenge now, because an administrator asks. */
@Component
class CheckDomain {

    private final MailDomains domains;
    private final DomainProofs proofs;
    private final DomainEndings endings;
    private final Challenges challenges;

    CheckDomain(
            MailDomains domains,
            DomainProofs proofs,
            DomainEndings endings,
            Challenges challenges) {
        this.domains = domains;
        this.proofs = proofs;
        this.endings = endings;
        this.challenges = challenges;
    }

    /**
     * Empty when the domain is none of the caller's firm. DNS is asked outside of any transaction;
     * what it said is judged by what is kept then.
     */
    Mono<Outcome> handle(MailDomains.Command command) {
        return domains.situation(command)
                .flatMap(now ->
                        Outcome.settled(command, now)
                                .switchIfEmpty(Mono.defer(() -> look(command, now.kept()))));
    }

    private Mono<Outcome> look(MailDomains.Command command, MailDomains.Kept kept) {
        return challenges
                .look(kept.name(), kept.token())
                .flatMap(look ->
                        Guard.twice(
                                domains.situation(command)
                                        .flatMap(now -> decide(command, now, look))));
    }

    private Mono<Outcome> decide(
            MailDomains.Command command, MailDomains.Situation now, Challenges.Look look) {
        return Outcome.settled(command, now)
                .switchIfEmpty(Mono.defer(() -> keep(command, now, look)));
    }

    private Mono<Outcome> keep(
            MailDomains.Command command, MailDomains.Situation now, Challenges.Look look) {
        var alliance = command.caller().alliance();
        var by = By.command(command, now);
        var done = new Outcome.Done(false);
        return switch (now.kept().domain().looked(look.finding(), now.kept().now())) {
            case Verdict.Proves() ->
                    now.provedByAnother()
                            ? Mono.just(new Outcome.Refused(MailDomain.Refusal.PROVED_BY_ANOTHER))
                            : Guard.held(
                                    proofs.prove(alliance, by, now.kept(), MailDomain.Method.DNS),
                                    done);
            case Verdict.Waits() ->
                    Guard.held(proofs.note(alliance, by.domain(), now.kept(), look), done);
            case Verdict.Stands stands ->
                    Guard.held(proofs.stand(alliance, by.domain(), now.kept(), look, stands), done);
            case Verdict.Loses() -> Guard.held(endings.lose(alliance, by, now.kept(), look), done);
        };
    }
}
