package org.commonweal.recognition.pools;

import java.util.function.Supplier;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.recognition.domain.Entered;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** From a ruling to an outcome, the same for pools and deposits. */
final class Deciding {

    private Deciding() {}

    static Mono<Outcome> decide(
            Act act,
            @Nullable String earlierHash,
            Entered.Ruling ruling,
            Supplier<Mono<Long>> keep) {
        if (earlierHash != null) {
            return Mono.just(
                    earlierHash.equals(act.requestHash())
                            ? new Outcome.Done(false)
                            : new Outcome.IdTaken());
        }
        return switch (ruling) {
            case Entered.Ruling.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Entered.Ruling.Possible() -> Guard.held(keep.get(), new Outcome.Done(true));
        };
    }
}
