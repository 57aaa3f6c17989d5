package org.commonweal.purpose.wording;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.DueHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody has called the words major in time: the purpose says them from now on. */
@Component
class EndWindow implements DueHandler {

    private final WordingWindows windows;

    EndWindow(WordingWindows windows) {
        this.windows = windows;
    }

    @Override
    public String kind() {
        return "wording-window";
    }

    @Override
    public Mono<?> act(UUID alliance, UUID subject, Instant at) {
        return windows.end(alliance, subject);
    }
}
