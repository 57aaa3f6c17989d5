package org.commonweal.membership.organizations;

import java.util.UUID;
import org.commonweal.membership.organizations.OrganizationsController.EnrolmentRequest;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes an organization part of the alliance, by a delegate of one that is. */
@Component
class EnrolOrganization {

    private final Organizations organizations;

    EnrolOrganization(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(Command command) {
        return organizations.situation(command).flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, Organizations.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? Outcome.ENROLLED_BEFORE
                            : Outcome.ID_TAKEN);
        }
        if (!now.me().delegate()) {
            return Mono.just(Outcome.NOT_A_DELEGATE);
        }
        return organizations
                .keep(command, now.me())
                .map(kept -> kept ? Outcome.ENROLLED : Outcome.ID_TAKEN);
    }

    record Command(UUID id, String requestHash, Caller caller, EnrolmentRequest request) {}

    enum Outcome {
        ENROLLED,
        ENROLLED_BEFORE,
        ID_TAKEN,
        NOT_A_DELEGATE
    }
}
