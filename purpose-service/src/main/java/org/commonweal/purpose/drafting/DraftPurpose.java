package org.commonweal.purpose.drafting;

import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Beginning;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.domain.PurposeText;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member begins to write a purpose; any member may. */
@Component
class DraftPurpose {

    private final Drafts drafts;

    DraftPurpose(Drafts drafts) {
        this.drafts = drafts;
    }

    /** What became of the command's id; empty when the caller has no standing. */
    Mono<Beginning> handle(Command command) {
        return Guard.twice(Mono.defer(() -> drafts.begin(command)));
    }

    /**
     * @param purpose the id of the purpose and of the command
     * @param hash of the request
     */
    record Command(Caller caller, PurposeId purpose, PurposeText text, String hash) {

        Purpose.Draft draft() {
            return new Purpose.Draft(purpose, 1, text);
        }
    }
}
