package org.commonweal.membership.firmleaving;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.domain.Seat;
import org.commonweal.membership.offices.OfficeSeats;
import org.commonweal.membership.seconding.Secondments;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.OrganizationLeftV1;
import org.commonweal.membership.wire.StandingChangedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Firms that leave with all their people: the SQL. One statement, however many they are. */
@Component
class Departures {

    private static final String REASON = "The firm has left the alliance.";

    private final ScopedDatabase database;

    Departures(ScopedDatabase database) {
        this.database = database;
    }

    /** By an administrator's act, as long as the firm has as many people as were confirmed. */
    Mono<LeaveAsFirm.Outcome> end(LeaveAsFirm.Command command, UUID by, long people) {
        var alliance = command.caller().alliance();
        var organization = command.organization();
        return database.inAlliance(
                        alliance,
                        sql ->
                                held(
                                                sql,
                                                alliance,
                                                organization,
                                                EndOfFirm.CONFIRMED,
                                                command.key())
                                        .flatMap(statement ->
                                                statement
                                                        .bind("by", by)
                                                        .bind("hash", command.requestHash())
                                                        .bind("people", people)
                                                        .map(Departures::leftAt)
                                                        .one()))
                .<LeaveAsFirm.Outcome>map(at ->
                        new LeaveAsFirm.Outcome.Done(
                                new LeaveAsFirm.ExitView(organization, null, at)))
                .defaultIfEmpty(new LeaveAsFirm.Outcome.ChangedMeanwhile());
    }

    /** By the clock, when the last day that the firm has said is over; empty when it is not. */
    Mono<Instant> end(UUID alliance, UUID organization, UUID fact) {
        return database.inAlliance(
                alliance,
                sql ->
                        held(sql, alliance, organization, EndOfFirm.ANNOUNCED, fact)
                                .flatMap(statement -> statement.map(Departures::leftAt).one()));
    }

    static Mono<DatabaseClient.GenericExecuteSpec> held(
            DatabaseClient sql, UUID alliance, UUID organization, String firm, UUID fact) {
        return Successions.hold(sql, alliance, organization)
                .map(_ ->
                        sql.sql(firm + EndOfFirm.END)
                                .bindValues(Secondments.values())
                                .bindValues(OfficeSeats.values(Seat.Cause.FIRM_LEFT))
                                .bindValues(FirmEnds.values(REASON))
                                .bindValues(values(alliance, organization, fact)));
    }

    private static Map<String, Object> values(UUID alliance, UUID organization, UUID fact) {
        return Map.of(
                "alliance",
                alliance,
                "organization",
                organization,
                "fact",
                fact,
                "left_type",
                OrganizationLeftV1.TYPE,
                "standing_type",
                StandingChangedV1.TYPE);
    }

    static Instant leftAt(io.r2dbc.spi.Readable row) {
        return Columns.of(row, "left_at", Instant.class);
    }
}
