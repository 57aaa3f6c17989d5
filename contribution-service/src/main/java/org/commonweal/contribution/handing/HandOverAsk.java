package org.commonweal.contribution.handing;

import java.util.UUID;
import org.commonweal.contribution.domain.HandingOver;
import org.commonweal.contribution.domain.HandingOver.Ruling;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An answer that is asked of the caller is asked of a named person instead. */
@Component
class HandOverAsk {

    private final HandedAsks asks;

    HandOverAsk(HandedAsks asks) {
        this.asks = asks;
    }

    Mono<Result> handle(Caller caller, Command command) {
        return asks.handOver(caller, command, loaded -> decide(loaded, command))
                .defaultIfEmpty(new Result.NotThere());
    }

    private static Result decide(HandedAsks.Loaded loaded, Command command) {
        if (loaded.requestHash() != null) {
            return command.requestHash().equals(loaded.requestHash())
                    ? new Result.Repeated()
                    : new Result.IdTaken();
        }
        return switch (loaded.handing().rule()) {
            case Ruling.Passes _ -> new Result.HandedOver();
            case Ruling.Refused(var reason) -> new Result.Refused(reason);
        };
    }

    record Command(UUID contribution, UUID id, String requestHash, UUID person) {}

    sealed interface Result {
        record HandedOver() implements Result {}

        record Repeated() implements Result {}

        record IdTaken() implements Result {}

        record NotThere() implements Result {}

        record Refused(HandingOver.Refusal reason) implements Result {}
    }
}
