package org.commonweal.purpose.proposing;

import java.util.Optional;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Discussion;
import org.commonweal.purpose.domain.Opening;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Wish;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member brings a proposal before the others, to be talked about before it is voted on. */
@Component
class StartDialogue {

    private final Dialogues dialogues;

    StartDialogue(Dialogues dialogues) {
        this.dialogues = dialogues;
    }

    /** The decision; empty when the caller has no standing. */
    Mono<Discussion> handle(Command command) {
        return Guard.twice(
                Mono.defer(() -> dialogues.start(command, found -> decide(command, found))));
    }

    private static Discussion decide(Command command, Found found) {
        return switch (found.earlier()) {
            case SAME -> new Discussion.Repeated();
            case OTHER -> new Discussion.Refused(new Opening.IdTaken());
            case NONE ->
                    found.as().may(Right.SHAPE)
                            ? Discussion.decide(command.wish(), found.circumstances())
                            : new Discussion.Refused(new Opening.ClassNotAllowed());
        };
    }

    /**
     * @param proposal the id of the proposal and of the command
     * @param follows what it goes on from
     * @param hash of the request
     */
    record Command(
            Caller caller,
            ProposalId proposal,
            Wish wish,
            Optional<ProposalId> follows,
            String hash) {}
}
