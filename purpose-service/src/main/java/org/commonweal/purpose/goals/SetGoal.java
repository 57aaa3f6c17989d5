package org.commonweal.purpose.goals;

import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.GoalSetting;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member sets a goal below the active purpose; any member may. */
@Component
class SetGoal {

    private final GoalSettings settings;

    SetGoal(GoalSettings settings) {
        this.settings = settings;
    }

    /** The decision; empty when the caller has no standing. */
    Mono<GoalSetting> handle(Command command) {
        return Guard.twice(
                Mono.defer(() -> settings.set(command, found -> decide(command, found))));
    }

    private static GoalSetting decide(Command command, GoalSettings.Found found) {
        return switch (found.earlier()) {
            case SAME -> new GoalSetting.Repeated();
            case OTHER -> new GoalSetting.Refused(GoalSetting.Refusal.ID_TAKEN);
            case NONE ->
                    found.as().may(Right.SHAPE)
                            ? GoalSetting.decide(
                                    found.activePurpose(), command.wish(), found.ownerIsMember())
                            : new GoalSetting.Refused(GoalSetting.Refusal.CLASS_NOT_ALLOWED);
        };
    }

    /**
     * @param wish names the id of the goal and of the command
     * @param hash of the request
     */
    record Command(Caller caller, GoalSetting.Wish wish, String hash) {}
}
