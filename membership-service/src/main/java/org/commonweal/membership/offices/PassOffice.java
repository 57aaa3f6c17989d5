package org.commonweal.membership.offices;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.DueHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends an office when the database's clock says that its last day is over, never before. */
@Component
class PassOffice implements DueHandler {

    private final GivenOffices offices;

    PassOffice(GivenOffices offices) {
        this.offices = offices;
    }

    @Override
    public String kind() {
        return "office-ends";
    }

    @Override
    public Mono<?> act(UUID alliance, UUID subject, Instant at) {
        return offices.expire(alliance, subject);
    }
}
