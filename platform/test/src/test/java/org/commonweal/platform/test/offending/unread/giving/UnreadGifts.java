package org.commonweal.platform.test.offending.unread.giving;

import java.util.Set;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import reactor.core.publisher.Mono;

class UnreadGifts implements EventHandler {

    @Override
    public Set<String> types() {
        return Set.of("gift.given.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return Mono.empty();
    }
}
