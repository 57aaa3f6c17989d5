package org.commonweal.membership.applying;

import java.util.UUID;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.me.Registry;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads an application: one's own, or one that waits for the caller's decision. */
@Component
class ReadApplication {

    private final Registry registry;
    private final Applications applications;

    ReadApplication(Registry registry, Applications applications) {
        this.registry = registry;
        this.applications = applications;
    }

    /** Empty for everybody else. */
    Mono<ApplicationView> handle(Caller caller, Login login, UUID id) {
        return registry.known(login)
                .flatMap(person -> applications.own(login, person, caller.alliance(), id))
                .switchIfEmpty(applications.toDecide(caller, id));
    }
}
