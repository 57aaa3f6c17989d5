package org.commonweal.purpose.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.CheckingIn;
import org.commonweal.purpose.domain.GoalId;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The owner of a goal says where it stands. */
@Component
class CheckInOnGoal {

    private final CheckIns checkIns;

    CheckInOnGoal(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    /** The decision; empty when there is no such goal for the caller. */
    Mono<CheckingIn> handle(Command command) {
        return Guard.twice(
                Mono.defer(() -> checkIns.keep(command, found -> decide(command, found))));
    }

    private static CheckingIn decide(Command command, CheckIns.Found found) {
        return switch (found.earlier()) {
            case SAME -> new CheckingIn.Repeated();
            case OTHER -> new CheckingIn.Refused(CheckingIn.Refusal.ID_TAKEN);
            case NONE ->
                    found.as().may(Right.SHAPE)
                            ? decideOn(command, found)
                            : new CheckingIn.Refused(CheckingIn.Refusal.CLASS_NOT_ALLOWED);
        };
    }

    private static CheckingIn decideOn(Command command, CheckIns.Found found) {
        return CheckingIn.decide(
                found.owner(), found.over(), found.me().person(), command.on(), found.today());
    }

    /**
     * @param id of the check-in and of the command
     * @param hash of the request
     */
    record Command(
            Caller caller,
            UUID id,
            GoalId goal,
            BigDecimal value,
            LocalDate on,
            @Nullable String note,
            String hash) {}
}
