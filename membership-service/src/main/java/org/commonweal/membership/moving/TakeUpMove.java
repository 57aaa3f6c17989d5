package org.commonweal.membership.moving;

import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.Move;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.me.Registry;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes up an offer through the new firm's way in: the one act that brings a member to a firm. */
@Component
class TakeUpMove {

    private final Registry registry;
    private final Transfers transfers;
    private final Clock clock;

    TakeUpMove(Registry registry, Transfers transfers, Clock clock) {
        this.registry = registry;
        this.transfers = transfers;
        this.clock = clock;
    }

    /** An offer of which the login does not prove to be its person is not found. */
    Mono<Outcome> handle(Command command) {
        return registry.known(command.login())
                .flatMap(known ->
                        transfers
                                .situation(command, known)
                                .flatMap(now -> decide(command, known, now)))
                .defaultIfEmpty(new Outcome.Refused(Move.Refusal.NOT_ADDRESSED));
    }

    private Mono<Outcome> decide(Command command, PersonId known, Transfers.Situation now) {
        if (now.earlierHash() != null) {
            return now.earlierHash().equals(command.requestHash())
                    ? transfers.earlier(command, known)
                    : Mono.just(new Outcome.IdTaken());
        }
        return switch (now.takenUp(command.login(), clock.instant())) {
            case Move.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Move.Answer.Possible() ->
                    transfers
                            .keep(command, known, now)
                            .switchIfEmpty(
                                    Mono.defer(() ->
                                            transfers
                                                    .situation(command, known)
                                                    .map(later -> overtaken(command, later))));
        };
    }

    /** Somebody took the last seat, or the offer itself, at the same moment. */
    private Outcome overtaken(Command command, Transfers.Situation now) {
        return switch (now.takenUp(command.login(), clock.instant())) {
            case Move.Answer.Refused(var reason) -> new Outcome.Refused(reason);
            case Move.Answer.Possible() -> new Outcome.Refused(Move.Refusal.ANSWERED);
        };
    }

    /**
     * @param code that was told to the person's present login, or null when it is this one
     */
    record Command(
            UUID key,
            String requestHash,
            Caller caller,
            UUID move,
            Login login,
            @Nullable String code) {

        String codeText() {
            return code == null ? "" : code.strip();
        }
    }
}
