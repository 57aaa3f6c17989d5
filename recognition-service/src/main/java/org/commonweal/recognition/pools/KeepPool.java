package org.commonweal.recognition.pools;

import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.StandingsGuard;
import org.commonweal.recognition.domain.Entered;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens a pool: written down by a delegate who pays, confirmed by one who does not. */
@Component
class KeepPool {

    private final Pools pools;
    private final StandingsGuard guard;

    KeepPool(Pools pools, StandingsGuard guard) {
        this.pools = pools;
        this.guard = guard;
    }

    /** Empty without standing. */
    Mono<Outcome> open(Act act, String name, String currency) {
        return guard.fresh(
                act.caller(),
                Guard.twice(
                        pools.official(act)
                                .flatMap(now ->
                                        Deciding.decide(
                                                act,
                                                now.earlierHash(),
                                                now.by().enter(),
                                                () -> pools.open(act, now.by(), name, currency)))));
    }

    /** Empty without standing, and for a pool that is not there. */
    Mono<Outcome> answer(Act act) {
        return guard.fresh(
                act.caller(),
                Guard.twice(
                        pools.situation(act)
                                .flatMap(now ->
                                        Deciding.decide(
                                                act,
                                                now.earlierHash(),
                                                ruling(act, now.entered(), now.by()),
                                                () -> pools.change(act, now)))));
    }

    static Entered.Ruling ruling(Act act, Entered entered, Entered.Official by) {
        return switch (act.kind()) {
            case CONFIRM -> entered.confirm(by);
            case RECORD, WITHDRAW -> entered.withdraw(by);
        };
    }
}
