package org.commonweal.membership.decisions;

import java.util.UUID;
import org.commonweal.membership.domain.Order;
import org.commonweal.membership.domain.Order.Obstacle;
import org.commonweal.membership.domain.Order.Ruling;
import org.commonweal.membership.offices.GivenOffices;
import org.commonweal.membership.succession.Successions;
import org.commonweal.platform.messaging.ChangedMeanwhileException;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Decisions as they are carried out, or are not and why: claim, effect, outcome and what is said of
 * it are one transaction, so that it happens once, however often the decision comes and whatever is
 * killed.
 */
@Component
class CarriedDecisions {

    private final ScopedDatabase database;
    private final Executions executions;
    private final OrderSituations situations;
    private final GivenOffices offices;

    CarriedDecisions(
            ScopedDatabase database,
            Executions executions,
            OrderSituations situations,
            GivenOffices offices) {
        this.database = database;
        this.executions = executions;
        this.situations = situations;
        this.offices = offices;
    }

    /** Empty when it was carried out or refused before. */
    Mono<Ruling> carryOut(Mandate mandate, Order order) {
        return database.inAlliance(
                mandate.alliance(),
                sql ->
                        executions
                                .claim(sql, mandate)
                                .flatMap(_ -> carryOut(sql, mandate, order))
                                .flatMap(ruling ->
                                        executions
                                                .conclude(sql, mandate, ruling)
                                                .thenReturn(ruling)));
    }

    private Mono<Ruling> carryOut(DatabaseClient sql, Mandate mandate, Order order) {
        return switch (order) {
            case Order.Admit admit ->
                    situations
                            .presence(sql, mandate, admit.organization())
                            .map(admit::of)
                            .flatMap(ruling -> when(ruling, Effects.admit(sql, mandate, admit)));
            case Order.RemoveOrganization remove ->
                    situations
                            .presence(sql, mandate, remove.organization())
                            .map(remove::of)
                            .flatMap(ruling ->
                                    when(ruling, Effects.removeOrganization(sql, mandate, remove)));
            case Order.RemoveMember remove -> removeMember(sql, mandate, remove);
            case Order.GiveOffice give -> give(sql, mandate, give);
            case Order.EndOffice end ->
                    offices.end(sql, mandate.alliance(), mandate.decision(), end)
                            .<Ruling>map(_ -> new Ruling.Possible())
                            .defaultIfEmpty(new Ruling.Refused(Obstacle.OFFICE_NOT_HELD));
        };
    }

    private Mono<Ruling> removeMember(
            DatabaseClient sql, Mandate mandate, Order.RemoveMember remove) {
        return situations
                .belonging(sql, mandate, remove.person())
                .flatMap(now ->
                        when(remove.of(now.belonging()), Effects.removeMember(sql, mandate, now)));
    }

    /** What is counted while the firm is held, is so: of the firm that the member has then. */
    private Mono<Ruling> give(DatabaseClient sql, Mandate mandate, Order.GiveOffice give) {
        return situations
                .firm(sql, mandate, give.person())
                .flatMap(firm -> hold(sql, mandate, give, firm))
                .then(situations.candidate(sql, mandate, give))
                .flatMap(now ->
                        when(
                                give.of(now),
                                offices.give(
                                        sql,
                                        mandate.alliance(),
                                        mandate.decision(),
                                        mandate.title(),
                                        give)));
    }

    /** Who has moved while another held the firm, has another firm: then from the start. */
    private Mono<UUID> hold(DatabaseClient sql, Mandate mandate, Order.GiveOffice give, UUID firm) {
        return Successions.hold(sql, mandate.alliance(), firm)
                .then(Mono.defer(() -> situations.firm(sql, mandate, give.person())))
                .filter(firm::equals)
                .switchIfEmpty(Mono.error(ChangedMeanwhileException::new));
    }

    /** An effect whose guard did not hold is begun again from the start, with the claim undone. */
    private static Mono<Ruling> when(Ruling ruling, Mono<?> effect) {
        return switch (ruling) {
            case Ruling.Refused _ -> Mono.just(ruling);
            case Ruling.Possible _ ->
                    effect.<Ruling>map(_ -> ruling)
                            .switchIfEmpty(Mono.error(ChangedMeanwhileException::new));
        };
    }
}
