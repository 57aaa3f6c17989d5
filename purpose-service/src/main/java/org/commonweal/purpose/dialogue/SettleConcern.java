package org.commonweal.purpose.dialogue;

import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Speaking;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who raised a concern says that it is resolved, or that it stands after all. */
@Component
class SettleConcern {

    private final Settlements settlements;

    SettleConcern(Settlements settlements) {
        this.settlements = settlements;
    }

    /** The decision; empty when there is no such proposal for the caller. */
    Mono<Speaking> handle(Command command) {
        return Guard.twice(Mono.defer(() -> settlements.settle(command, SettleConcern::decide)));
    }

    private static Speaking decide(Heard heard) {
        return switch (heard.earlier()) {
            case SAME -> new Speaking.Repeated();
            case OTHER -> new Speaking.Refused(Speaking.Refusal.ID_TAKEN);
            case NONE -> Speaking.resolve(heard.talk(), heard.me().person());
        };
    }

    /**
     * @param id of the command
     * @param hash of the request
     */
    record Command(
            Caller caller,
            UUID id,
            ProposalId proposal,
            UUID concern,
            boolean resolved,
            String hash) {}
}
