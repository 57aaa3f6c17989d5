package org.commonweal.purpose.deadlines;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.DueHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Says that a purpose has reached its deadline, and asks each delegate for a decision. The purpose
 * stays active: only the firms renew or close it.
 */
@Component
class PassDeadline implements DueHandler {

    private final Deadlines deadlines;

    PassDeadline(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public String kind() {
        return "purpose-deadline";
    }

    @Override
    public Mono<?> act(UUID alliance, UUID subject, Instant at) {
        return deadlines.pass(alliance, subject);
    }
}
