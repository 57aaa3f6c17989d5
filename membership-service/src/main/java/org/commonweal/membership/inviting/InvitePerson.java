package org.commonweal.membership.inviting;

import java.util.UUID;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.membership.inviting.InvitationsController.InvitationRequest;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends one personal invitation: a named inviter, a reason, an ask. */
@Component
class InvitePerson {

    private final Invitations invitations;

    InvitePerson(Invitations invitations) {
        this.invitations = invitations;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(Command command) {
        return invitations.situation(command).flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, Invitations.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Sent(false)
                            : new Outcome.IdTaken());
        }
        return switch (now.draft(command.request()).send()) {
            case Invitation.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Invitation.Answer.Possible() ->
                    invitations
                            .keep(command, now.me())
                            .map(kept -> kept ? new Outcome.Sent(true) : new Outcome.IdTaken());
        };
    }

    record Command(UUID id, String requestHash, Caller caller, InvitationRequest request) {}

    sealed interface Outcome {
        record Sent(boolean isNew) implements Outcome {}

        record IdTaken() implements Outcome {}

        record Refused(Invitation.Refusal reason) implements Outcome {}
    }
}
