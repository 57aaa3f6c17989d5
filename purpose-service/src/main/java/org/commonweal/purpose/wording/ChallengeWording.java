package org.commonweal.purpose.wording;

import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Challenging;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member calls proposed words a major change: one is enough. */
@Component
class ChallengeWording {

    private final WordingChallenges challenges;

    ChallengeWording(WordingChallenges challenges) {
        this.challenges = challenges;
    }

    /** The decision; empty when there are no such words for the caller. */
    Mono<Challenging> handle(Command command) {
        return Guard.twice(Mono.defer(() -> challenges.keep(command)));
    }

    /**
     * @param id of the challenge and of the command
     * @param hash of the request
     */
    record Command(Caller caller, UUID id, UUID fix, String reason, String hash) {}
}
