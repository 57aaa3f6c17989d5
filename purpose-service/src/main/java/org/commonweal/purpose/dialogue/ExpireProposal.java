package org.commonweal.purpose.dialogue;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.DueHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a dialogue that came to no ballot in the time that the rulebook gave it. */
@Component
class ExpireProposal implements DueHandler {

    private final StaleDialogues dialogues;

    ExpireProposal(StaleDialogues dialogues) {
        this.dialogues = dialogues;
    }

    @Override
    public String kind() {
        return "dialogue-stale";
    }

    @Override
    public Mono<Long> act(UUID alliance, UUID subject, Instant at) {
        return dialogues.expire(alliance, subject, at);
    }
}
