package org.commonweal.contribution.erasing;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes away what somebody wrote who is erased: reasons and notes, and the work when the person
 * asks for it. An event that comes again finds nothing left.
 */
@Component
class ErasePerson implements EventHandler {

    private final Erasures erasures;

    ErasePerson(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.person-erased.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        var erased = event.as(PersonErasedV1.class);
        return erasures.erase(event.alliance(), erased.person(), erased.work().equals("ERASE"));
    }

    record PersonErasedV1(UUID person, String work) {}
}
