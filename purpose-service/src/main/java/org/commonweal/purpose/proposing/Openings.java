package org.commonweal.purpose.proposing;

import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Ballot;
import org.commonweal.purpose.domain.Circumstances;
import org.commonweal.purpose.domain.Circumstances.Obstacle;
import org.commonweal.purpose.domain.Days;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Electorate;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.Opening;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.loading.CharterRows;
import org.commonweal.purpose.loading.DelegateRows;
import org.commonweal.purpose.loading.PurposeRows;
import org.commonweal.purpose.loading.Standings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of opening a ballot: read once, let the decision be made, write once. */
@Component
class Openings {

    private static final UUID NO_PURPOSE = new UUID(0, 0);

    private static final String LOAD =
            ME
                    + EARLIER
                    + PurposeRows.COLUMNS
                    + CharterRows.COLUMNS
                    + """
                    , a.time_zone, a.revision, other.state AS other, d.persons, d.organizations,
                      EXISTS (SELECT FROM proposal b WHERE b.alliance_id = me.alliance_id
                              AND b.purpose_id = :purpose AND b.state = 'OPEN') AS on_purpose,
                      EXISTS (SELECT FROM proposal b WHERE b.alliance_id = me.alliance_id
                              AND b.kind = 'CHANGE_CHARTER' AND b.state = 'OPEN') AS on_charter
                    """
                    + FROM_ME_AND_EARLIER
                    + """
                    JOIN alliance a ON a.alliance_id = me.alliance_id
                    CROSS JOIN LATERAL (
                        SELECT * FROM charter WHERE charter.alliance_id = me.alliance_id
                        ORDER BY version DESC LIMIT 1) c
                    LEFT JOIN purpose p ON p.alliance_id = me.alliance_id AND p.id = :purpose
                    LEFT JOIN purpose other ON other.alliance_id = me.alliance_id
                         AND other.state IN ('PROPOSED', 'ACTIVE')
                    """
                    + DelegateRows.LATERAL
                    + WHERE_ME;

    private final ScopedDatabase database;
    private final OpeningStatements statements;

    Openings(ScopedDatabase database, OpeningStatements statements) {
        this.database = database;
        this.statements = statements;
    }

    /** Keeps the ballot when it is to open; empty when the caller has no standing. */
    Mono<Opening> open(
            OpenProposal.Command command, Instant asOf, Function<Found, Opening> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(LOAD),
                                        command.caller(),
                                        command.proposal().value(),
                                        command.hash())
                                .bind(
                                        "purpose",
                                        command.wish()
                                                .about()
                                                .map(PurposeId::value)
                                                .orElse(NO_PURPOSE))
                                .map(row -> found(row, asOf))
                                .one()
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<Opening> keep(
            DatabaseClient sql, OpenProposal.Command command, Found found, Opening opening) {
        if (!(opening instanceof Opening.Opened(Ballot ballot))) {
            return Mono.just(opening);
        }
        var rows =
                statements
                        .keep(sql, ballot, found.me(), command.hash())
                        .bind("alliance", command.caller().alliance())
                        .bind("revision", found.revision())
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, opening);
    }

    private static Found found(Readable row, Instant asOf) {
        return new Found(
                Standings.member(row),
                Standings.as(row),
                Standings.earlier(row),
                Columns.of(row, "revision", Long.class),
                new Circumstances(
                        row.get("id", UUID.class) == null
                                ? Optional.empty()
                                : Optional.of(PurposeRows.purpose(row)),
                        obstacles(row),
                        CharterRows.charter(row),
                        new Days(ZoneId.of(Columns.of(row, "time_zone", String.class))),
                        new Electorate(DelegateRows.delegates(row), asOf),
                        Standings.now(row)));
    }

    private static Set<Obstacle> obstacles(Readable row) {
        var obstacles = EnumSet.noneOf(Obstacle.class);
        var other = row.get("other", String.class);
        if (other != null) {
            obstacles.add(
                    other.equals("ACTIVE") ? Obstacle.ACTIVE_PURPOSE : Obstacle.PROPOSED_PURPOSE);
        }
        if (Columns.of(row, "on_purpose", Boolean.class)) {
            obstacles.add(Obstacle.BALLOT_ON_THE_PURPOSE);
        }
        if (Columns.of(row, "on_charter", Boolean.class)) {
            obstacles.add(Obstacle.BALLOT_ON_THE_CHARTER);
        }
        return obstacles;
    }

    /**
     * What is known when the decision is made.
     *
     * @param revision of the standings and the charter that it is decided upon
     */
    record Found(
            Member me,
            ParticipantClass as,
            Earlier earlier,
            long revision,
            Circumstances circumstances) {}
}
