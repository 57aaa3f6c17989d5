package org.commonweal.membership.agreements;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Agreement;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the next version of an agreement, the first one too: by a delegate. */
@Component
class WriteVersion {

    private final Agreements agreements;

    WriteVersion(Agreements agreements) {
        this.agreements = agreements;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(Command command) {
        return agreements
                .situation(command.caller(), command.agreement(), command.id())
                .flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, Agreements.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Kept(false)
                            : new Outcome.IdTaken());
        }
        var draft =
                new Agreement.Draft(
                        command.follows(),
                        command.changes(),
                        command.requiredFrom(),
                        now.now(),
                        now.others());
        return switch (now.agreement().written(now.me(), draft)) {
            case Agreement.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Agreement.Answer.Possible() ->
                    agreements
                            .keep(command, now)
                            .map(kept ->
                                    kept
                                            ? new Outcome.Kept(true)
                                            : new Outcome.Refused(
                                                    Agreement.Refusal.CHANGED_MEANWHILE));
        };
    }

    /**
     * @param id of the version
     * @param follows the newest version as the delegate read it; 0 for a new agreement
     * @param requiredFrom null for at once
     */
    record Command(
            UUID id,
            String requestHash,
            Caller caller,
            UUID agreement,
            long follows,
            String title,
            String text,
            String changes,
            @Nullable Instant requiredFrom,
            Agreement.Afterwards afterwards) {}
}
