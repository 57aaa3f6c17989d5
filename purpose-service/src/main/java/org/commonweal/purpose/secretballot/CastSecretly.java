package org.commonweal.purpose.secretballot;

import java.util.OptionalInt;
import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.purpose.domain.SecretCasting;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody puts a vote into the box. Who it is is not known and not asked; until the close the last
 * vote of a token counts.
 */
@Component
class CastSecretly {

    private final BallotBoxes boxes;

    CastSecretly(BallotBoxes boxes) {
        this.boxes = boxes;
    }

    /** The decision; empty when there is no such box. */
    Mono<SecretCasting> handle(Command command) {
        return Guard.twice(Mono.defer(() -> boxes.cast(command, found -> decide(command, found))));
    }

    private static SecretCasting decide(Command command, BallotBoxes.Found found) {
        return SecretCasting.decide(
                weight(command, found),
                command.vote().choice(),
                found.method(),
                found.closesAt(),
                found.now());
    }

    /** All keys are tried, so that it takes as long whichever it is. */
    private static OptionalInt weight(Command command, BallotBoxes.Found found) {
        var token = command.vote().signed();
        var weights =
                found.keys().entrySet().stream()
                        .filter(key -> token.isSignedBy(key.getValue()))
                        .mapToInt(key -> key.getKey())
                        .toArray();
        return weights.length == 0 ? OptionalInt.empty() : OptionalInt.of(weights[0]);
    }

    record Command(UUID alliance, UUID proposal, SecretVoteRequest vote) {}
}
