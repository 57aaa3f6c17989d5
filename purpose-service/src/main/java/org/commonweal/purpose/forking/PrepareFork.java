package org.commonweal.purpose.forking;

import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Forking;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.commonweal.purpose.domain.Purpose;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member prepares a new community; any member may, and only the same one founds it. */
@Component
class PrepareFork {

    private final PreparedForks forks;

    PrepareFork(PreparedForks forks) {
        this.forks = forks;
    }

    /** The decision; empty when the caller has no standing. */
    Mono<Forking> handle(Command command) {
        return Guard.twice(Mono.defer(() -> forks.keep(command, known -> decide(command, known))));
    }

    private static Forking decide(Command command, Known known) {
        return switch (known.earlier()) {
            case SAME -> new Forking.Repeated();
            case OTHER -> new Forking.Refused(Forking.Refusal.ID_TAKEN);
            case NONE ->
                    known.as().may(Right.SHAPE)
                            ? known.active()
                                    .map(active ->
                                            Forking.decide(
                                                    active.id(), active.text(), command.plan()))
                                    .orElseGet(() ->
                                            new Forking.Refused(
                                                    Forking.Refusal.PURPOSE_NOT_RATIFIED))
                            : new Forking.Refused(Forking.Refusal.CLASS_NOT_ALLOWED);
        };
    }

    /**
     * What is known when the decision is made.
     *
     * @param impact whom it affects, as JSON of {@link ForkResponse.Impact}
     * @param people how many that are
     */
    record Known(
            Member me,
            ParticipantClass as,
            Earlier earlier,
            Optional<Purpose> active,
            String impact,
            int people) {}

    /**
     * @param id of the fork and of the command
     * @param hash of the request
     */
    record Command(Caller caller, UUID id, Forking.Plan plan, String reason, String hash) {}
}
