package org.commonweal.purpose.wording;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.Rewording;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member proposes other words for the active purpose; any member may. */
@Component
class ProposeWording {

    private final ProposedWordings wordings;

    ProposeWording(ProposedWordings wordings) {
        this.wordings = wordings;
    }

    /** The decision; empty when the caller has no standing. */
    Mono<Rewording> handle(Command command) {
        return Guard.twice(
                Mono.defer(() -> wordings.keep(command, known -> decide(command, known))));
    }

    private static Rewording decide(Command command, Known known) {
        return switch (known.earlier()) {
            case SAME -> new Rewording.Repeated();
            case OTHER -> new Rewording.Refused(Rewording.Refusal.ID_TAKEN);
            case NONE ->
                    known.as().may(Right.SHAPE)
                            ? known.active()
                                    .map(active -> decide(command, known, active))
                                    .orElseGet(() ->
                                            new Rewording.Refused(
                                                    Rewording.Refusal.PURPOSE_NOT_RATIFIED))
                            : new Rewording.Refused(Rewording.Refusal.CLASS_NOT_ALLOWED);
        };
    }

    private static Rewording decide(Command command, Known known, Purpose active) {
        var stand =
                new Rewording.Stand(
                        active.text(), active.version(), command.versionRead(), known.isFixOpen());
        return Rewording.decide(stand, command.change().onto(active.text()));
    }

    /**
     * What is known when the decision is made.
     *
     * @param textVersion what the purpose has said so far
     * @param window how long anybody can call it major
     */
    record Known(
            Member me,
            ParticipantClass as,
            Earlier earlier,
            Instant now,
            Optional<Purpose> active,
            int textVersion,
            boolean isFixOpen,
            Duration window) {

        Instant until() {
            return now.plus(window);
        }
    }

    /**
     * @param id of the command and of what it proposes
     * @param versionRead of the purpose, as the member saw it
     * @param hash of the request
     */
    record Command(Caller caller, UUID id, long versionRead, PurposeChange change, String hash) {}
}
