package org.commonweal.purpose.secretballot;

import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.StandingsGuard;
import org.commonweal.purpose.domain.PaperSigning;
import org.commonweal.purpose.domain.ProposalId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An elector has a voting paper signed: one, and without its being seen. */
@Component
class SignPaper {

    private final Papers papers;
    private final BallotSeal seal;
    private final StandingsGuard guard;

    SignPaper(Papers papers, BallotSeal seal, StandingsGuard guard) {
        this.papers = papers;
        this.seal = seal;
        this.guard = guard;
    }

    /** The decision; empty when there is no such ballot for the caller. */
    Mono<Outcome> handle(Command command) {
        return guard.fresh(
                command.caller(),
                Guard.twice(
                        Mono.defer(() -> papers.keep(command, found -> decide(command, found)))));
    }

    private Outcome decide(Command command, Papers.Found found) {
        var decision =
                PaperSigning.decide(
                        found.voter(), found.terms(), found.before(command.paper()), found.now());
        return switch (decision) {
            case PaperSigning.Signed _, PaperSigning.Repeated _ -> sign(command, found, decision);
            case PaperSigning.NoVote _,
                    PaperSigning.NotAnonymous _,
                    PaperSigning.SignedAlready _,
                    PaperSigning.NotBlinded _ ->
                    new Outcome(decision, Optional.empty());
        };
    }

    private Outcome sign(Command command, Papers.Found found, PaperSigning decision) {
        return found.signing()
                .map(sealed -> seal.signingKey(command.proposal().value(), sealed))
                .flatMap(key -> key.sign(command.paper().bytes()))
                .map(signature -> new Outcome(decision, Optional.of(Base64Url.of(signature))))
                .orElseGet(() -> new Outcome(new PaperSigning.NotBlinded(), Optional.empty()));
    }

    /**
     * @param id of the command, from which those of what it says are derived
     */
    record Command(Caller caller, UUID id, ProposalId proposal, PaperRequest paper) {}

    /**
     * @param signature in base64url, where one was given
     */
    record Outcome(PaperSigning decision, Optional<String> signature) {}
}
