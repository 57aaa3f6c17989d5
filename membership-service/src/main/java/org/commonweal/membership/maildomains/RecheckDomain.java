package org.commonweal.membership.maildomains;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.MailDomain.Verdict;
import org.commonweal.platform.messaging.DueHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks again for the challenge of a proved domain when its moment comes. */
@Component
class RecheckDomain implements DueHandler {

    private final ProvedDomains domains;
    private final DomainProofs proofs;
    private final DomainEndings endings;
    private final Challenges challenges;

    RecheckDomain(
            ProvedDomains domains,
            DomainProofs proofs,
            DomainEndings endings,
            Challenges challenges) {
        this.domains = domains;
        this.proofs = proofs;
        this.endings = endings;
        this.challenges = challenges;
    }

    @Override
    public String kind() {
        return DomainProofs.DUE;
    }

    /** What changed meanwhile is looked at again at the next tick. */
    @Override
    public Mono<?> act(UUID alliance, UUID subject, Instant at) {
        return domains.one(alliance, subject)
                .flatMap(watched ->
                        challenges
                                .look(watched.kept().name(), watched.kept().token())
                                .flatMap(look -> keep(alliance, subject, watched, look)));
    }

    private Mono<Long> keep(
            UUID alliance, UUID id, ProvedDomains.Watched watched, Challenges.Look look) {
        var kept = watched.kept();
        return switch (kept.domain().looked(look.finding(), kept.now())) {
            case Verdict.Stands stands -> proofs.stand(alliance, id, kept, look, stands);
            case Verdict.Loses() ->
                    endings.lose(alliance, By.clock(id, watched.organization(), kept), kept, look);
            case Verdict.Proves(), Verdict.Waits() ->
                    throw new IllegalStateException("only what is proved is looked at again");
        };
    }
}
