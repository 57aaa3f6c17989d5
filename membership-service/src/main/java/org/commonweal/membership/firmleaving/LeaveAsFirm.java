package org.commonweal.membership.firmleaving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.commonweal.membership.domain.Departure;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a whole firm out of the alliance, at once or after its last day: by its administrator. */
@Component
class LeaveAsFirm {

    private final Situations situations;
    private final Departures departures;
    private final Announcements announcements;

    LeaveAsFirm(Situations situations, Departures departures, Announcements announcements) {
        this.situations = situations;
        this.departures = departures;
        this.announcements = announcements;
    }

    /**
     * Empty without standing, and for an organization that is not there; repeating a leave that was
     * kept answers as before, though the one who repeats is no member any more.
     */
    Mono<Outcome> leave(Command command, long people, @Nullable LocalDate lastDay) {
        return situations
                .earlier(command)
                .switchIfEmpty(
                        situations
                                .of(command.caller(), command.organization())
                                .flatMap(now -> decide(command, now, people, lastDay)));
    }

    private Mono<Outcome> decide(
            Command command, Situations.Situation now, long people, @Nullable LocalDate lastDay) {
        return switch (Departure.of(now.firm(), now.by(), people, lastDay, now.today())) {
            case Departure.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Departure.AtOnce() -> departures.end(command, now.person(), people);
            case Departure.After(var day) -> announcements.announce(command, now, people, day);
        };
    }

    /** Takes back the last day that the firm has said; empty as above. */
    Mono<Outcome> stay(Command command) {
        return situations
                .earlier(command)
                .switchIfEmpty(
                        situations
                                .of(command.caller(), command.organization())
                                .flatMap(now -> stay(command, now)));
    }

    private Mono<Outcome> stay(Command command, Situations.Situation now) {
        var reason = Departure.staying(now.firm(), now.by());
        return reason == null
                ? announcements.withdraw(command, now)
                : Mono.just(new Outcome.Refused(reason));
    }

    record Command(UUID key, String requestHash, Caller caller, UUID organization) {}

    /**
     * What became of the firm.
     *
     * @param leavesAt when it will leave, or null
     * @param leftAt when it left, or null while it is here
     */
    record ExitView(UUID organization, @Nullable Instant leavesAt, @Nullable Instant leftAt) {}

    sealed interface Outcome {
        record Done(ExitView exit) implements Outcome {}

        record Refused(Departure.Refusal reason) implements Outcome {}

        record IdTaken() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }
}
