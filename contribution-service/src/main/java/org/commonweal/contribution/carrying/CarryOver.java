package org.commonweal.contribution.carrying;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.contribution.carrying.Origins.Here;
import org.commonweal.contribution.carrying.Origins.Work;
import org.commonweal.contribution.domain.CarryingOver;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Keyset;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An author brings the own along, one thing or all. */
@Component
class CarryOver {

    private static final int AT_ONCE = 100;

    private final Origins origins;
    private final CarriedWorks carried;
    private final Clock clock;

    CarryOver(Origins origins, CarriedWorks carried, Clock clock) {
        this.origins = origins;
        this.carried = carried;
        this.clock = clock;
    }

    /** What became of it. */
    record Outcome(CarryingOver decision, long carried) {}

    /** One thing; empty without a standing here. */
    Mono<Outcome> one(Caller caller, UUID contribution) {
        return origins.here(caller).flatMap(here -> one(caller, here, contribution));
    }

    private Mono<Outcome> one(Caller caller, Here here, UUID contribution) {
        return there(caller, here)
                .map(there -> origins.one(there, here.person(), contribution))
                .orElseGet(Mono::empty)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(work -> decided(caller, here, work));
    }

    private Mono<Outcome> decided(Caller caller, Here here, Optional<Work> work) {
        var decision =
                CarryingOver.decide(
                        here.parent().isPresent(), work.map(Work::author), here.person());
        return decision == CarryingOver.ALLOWED
                ? carried.keep(
                                caller.alliance(),
                                here,
                                List.of(work.orElseThrow()),
                                clock.instant())
                        .map(count -> new Outcome(decision, count))
                : Mono.just(new Outcome(decision, 0));
    }

    /** All that the caller gave there and may still see; empty without a standing here. */
    Mono<Outcome> all(Caller caller) {
        return origins.here(caller)
                .flatMap(here ->
                        there(caller, here)
                                .map(there -> all(caller, here, there))
                                .orElseGet(
                                        () -> Mono.just(new Outcome(CarryingOver.NO_ORIGIN, 0))));
    }

    private Mono<Outcome> all(Caller caller, Here here, Caller there) {
        return origins.own(there, here.person(), Keyset.BEGINNING, AT_ONCE)
                .expand(works ->
                        works.size() < AT_ONCE
                                ? Mono.empty()
                                : origins.own(there, here.person(), last(works), AT_ONCE))
                .concatMap(works -> carried.keep(caller.alliance(), here, works, clock.instant()))
                .reduce(0L, Long::sum)
                .map(count -> new Outcome(CarryingOver.ALLOWED, count));
    }

    private static Keyset last(List<Work> works) {
        return new Keyset(works.getLast().submittedAt(), works.getLast().id());
    }

    /** The same login, in the alliance that this one came from. */
    static Optional<Caller> there(Caller caller, Here here) {
        return here.parent().map(parent -> new Caller(parent, caller.issuer(), caller.subject()));
    }
}
