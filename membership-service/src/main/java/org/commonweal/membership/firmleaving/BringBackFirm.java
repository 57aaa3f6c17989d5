package org.commonweal.membership.firmleaving;

import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Enrols a firm again that has left: as the same one, with its history, and with nobody in it until
 * somebody joins by their own act.
 */
@Component
class BringBackFirm {

    private final Returns returns;

    BringBackFirm(Returns returns) {
        this.returns = returns;
    }

    /** Empty without standing, and for an organization that is not there. */
    Mono<Outcome> handle(Command command) {
        return returns.situation(command).flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, Returns.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? Outcome.BACK
                            : Outcome.ID_TAKEN);
        }
        if (!now.by().delegate()) {
            return Mono.just(Outcome.NOT_A_DELEGATE);
        }
        if (!now.left()) {
            return Mono.just(Outcome.NOT_AWAY);
        }
        return returns.keep(command, now)
                .map(kept -> kept ? Outcome.BACK : Outcome.CHANGED_MEANWHILE);
    }

    record Command(UUID key, String requestHash, Caller caller, UUID organization) {}

    enum Outcome {
        BACK,
        NOT_A_DELEGATE,
        NOT_AWAY,
        ID_TAKEN,
        CHANGED_MEANWHILE
    }
}
