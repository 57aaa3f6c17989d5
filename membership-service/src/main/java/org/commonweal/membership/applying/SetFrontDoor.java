package org.commonweal.membership.applying;

import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.FrontDoor;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens or closes the front door and says what it asks: by a delegate. */
@Component
class SetFrontDoor {

    private final FrontDoors doors;

    SetFrontDoor(FrontDoors doors) {
        this.doors = doors;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(Command command) {
        return doors.situation(command.caller(), command.key())
                .flatMap(now -> decide(command, now));
    }

    private Mono<Outcome> decide(Command command, FrontDoors.Situation now) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Set(now.door())
                            : new Outcome.IdTaken());
        }
        if (!now.me().delegate()) {
            return Mono.just(new Outcome.NotADelegate());
        }
        if (now.door().version() != command.seen()) {
            return Mono.just(new Outcome.ChangedMeanwhile());
        }
        var door = new FrontDoor(command.seen() + 1, command.open(), command.questions());
        return doors.keep(command, now.me(), door)
                .map(kept -> kept ? new Outcome.Set(door) : new Outcome.ChangedMeanwhile());
    }

    /**
     * @param seen the version that the delegate changes
     */
    record Command(
            UUID key,
            String requestHash,
            Caller caller,
            long seen,
            boolean open,
            List<String> questions) {}

    sealed interface Outcome {
        record Set(FrontDoor door) implements Outcome {}

        record IdTaken() implements Outcome {}

        record NotADelegate() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }
}
