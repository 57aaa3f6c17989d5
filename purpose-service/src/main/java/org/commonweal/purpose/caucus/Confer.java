package org.commonweal.purpose.caucus;

import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.StandingsGuard;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.Conferring;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member says what the own firm should say; the last one counts. */
@Component
class Confer {

    private final Caucuses caucuses;
    private final StandingsGuard guard;

    Confer(Caucuses caucuses, StandingsGuard guard) {
        this.caucuses = caucuses;
        this.guard = guard;
    }

    /** The decision; empty when there is no such ballot for the caller. */
    Mono<Conferring> handle(Command command) {
        return guard.fresh(
                command.caller(),
                Guard.twice(
                        Mono.defer(() -> caucuses.say(command, found -> decide(command, found)))));
    }

    private static Conferring decide(Command command, Caucuses.Found found) {
        return switch (found.earlier()) {
            case SAME -> new Conferring.Repeated();
            case OTHER -> new Conferring.Refused(Casting.Refusal.ID_TAKEN);
            case NONE ->
                    Conferring.decide(
                            found.member(),
                            found.firm(),
                            found.terms(),
                            found.options(),
                            found.now(),
                            command.choice());
        };
    }

    /**
     * @param id of the command
     * @param hash of the request
     */
    record Command(Caller caller, UUID id, UUID proposal, Choice choice, String hash) {}
}
