package org.commonweal.purpose.leaving;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who belongs no more is not waited for where persons vote; a vote that was cast counts. Whoever
 * goes on for another firm stays an elector, for the firm of the day of the opening.
 */
@Component
class SettlePersonsVotes implements EventHandler {

    private final Electorates electorates;

    SettlePersonsVotes(Electorates electorates) {
        this.electorates = electorates;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.standing-changed.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        var changed = event.as(StandingEndedV1.class);
        return changed.isOver() ? electorates.settle(event, changed.person()) : Mono.empty();
    }

    /**
     * @param goesOn whether the person stays, with another login or for another firm
     */
    record StandingEndedV1(UUID person, String state, @Nullable Boolean goesOn) {

        boolean isOver() {
            return state.equals("ENDED") && !Boolean.TRUE.equals(goesOn);
        }
    }
}
