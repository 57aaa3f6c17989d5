package org.commonweal.recognition.pools;

import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.StandingsGuard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts money into a pool: written down by a delegate who pays, confirmed by one who does not. */
@Component
class KeepDeposit {

    private final Deposits deposits;
    private final StandingsGuard guard;

    KeepDeposit(Deposits deposits, StandingsGuard guard) {
        this.deposits = deposits;
        this.guard = guard;
    }

    /** Empty without standing, and for a pool that is not there. */
    Mono<Outcome> record(Act act, UUID pool, long amount) {
        return guard.fresh(
                act.caller(),
                Guard.twice(
                        deposits.before(act, pool)
                                .flatMap(now ->
                                        Deciding.decide(
                                                act,
                                                now.earlierHash(),
                                                now.by().enter(now.state()),
                                                () -> deposits.record(act, now, amount)))));
    }

    /** Empty without standing, and for a deposit that is not there. */
    Mono<Outcome> answer(Act act, UUID pool) {
        return guard.fresh(
                act.caller(),
                Guard.twice(
                        deposits.situation(act, pool)
                                .flatMap(now ->
                                        Deciding.decide(
                                                act,
                                                now.earlierHash(),
                                                KeepPool.ruling(act, now.entered(), now.by()),
                                                () -> deposits.change(act, now)))));
    }
}
