package org.commonweal.purpose.proposing;

import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Ballot;
import org.commonweal.purpose.domain.Charter;
import org.commonweal.purpose.domain.Delegate;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Electorate;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.Opening;
import org.commonweal.purpose.domain.Opening.Obstacle;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.domain.PersonId;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.Rule;
import org.commonweal.purpose.loading.PurposeRows;
import org.commonweal.purpose.loading.Standings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of opening a ballot: read once, let the decision be made, write once. */
@Component
class Openings {

    private static final String LOAD =
            ME
                    + EARLIER
                    + PurposeRows.COLUMNS
                    + """
                    , a.time_zone, a.quorum_per_million, a.threshold_per_million,
                      a.ballot_minimum_seconds, other.state AS other, d.persons, d.organizations
                    """
                    + FROM_ME_AND_EARLIER
                    + """
                    JOIN alliance a ON a.alliance_id = me.alliance_id
                    LEFT JOIN purpose p ON p.alliance_id = me.alliance_id AND p.id = :purpose
                    LEFT JOIN purpose other ON other.alliance_id = me.alliance_id
                         AND other.state IN ('PROPOSED', 'ACTIVE')
                    CROSS JOIN LATERAL (
                        SELECT coalesce(array_agg(person_id), '{}') AS persons,
                               coalesce(array_agg(organization_id), '{}') AS organizations
                        FROM (SELECT DISTINCT s.person_id, s.organization_id
                              FROM standing s
                              WHERE s.alliance_id = me.alliance_id AND s.delegate
                                AND s.state = 'ACTIVE'
                              ORDER BY s.organization_id, s.person_id) delegates) d
                    """
                    + WHERE_ME;

    /** All that a ballot needs in one statement; what it asks of persons is a fact of it, too. */
    private static final String KEEP =
            """
            WITH proposed AS (
                UPDATE purpose SET state = 'PROPOSED', version = version + 1
                WHERE alliance_id = :alliance AND id = :purpose
                  AND state = 'DRAFT' AND version = :version
                RETURNING alliance_id, id, title),
            kept AS (
                INSERT INTO proposal (alliance_id, id, kind, purpose_id, title, state, opened_by,
                    opens_at, closes_at, quorum_per_million, threshold_per_million, standings_as_of)
                SELECT alliance_id, :proposal, 'RATIFY_PURPOSE', id, title, 'OPEN', :by,
                       :opens, :closes, :quorum, :threshold, :asOf
                FROM proposed
                RETURNING alliance_id),
            electors AS (
                INSERT INTO elector (alliance_id, proposal_id, organization_id, version)
                SELECT kept.alliance_id, :proposal, organization, 0
                FROM kept CROSS JOIN unnest(:electors) AS organization),
            needs AS (
                INSERT INTO need (alliance_id, id, proposal_id, organization_id, person_id, open)
                SELECT kept.alliance_id, n.id, :proposal, n.organization, n.person, true
                FROM kept
                CROSS JOIN unnest(:needs, :organizations, :persons) AS n(id, organization, person)),
            clock AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, 'ballot-closes', :proposal, :closes FROM kept)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final OpeningFacts facts;

    Openings(ScopedDatabase database, OpeningFacts facts) {
        this.database = database;
        this.facts = facts;
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
                                .bind("purpose", command.purpose().value())
                                .map(row -> found(row, asOf))
                                .one()
                                .flatMap(found ->
                                        keep(sql, command, found.me(), decide.apply(found))));
    }

    private Mono<Opening> keep(
            DatabaseClient sql, OpenProposal.Command command, Member me, Opening opening) {
        if (!(opening instanceof Opening.Opened(Ballot ballot))) {
            return Mono.just(opening);
        }
        var delegates = ballot.electorate().delegates();
        var rows =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("purpose", ballot.purpose().id().value())
                        .bind("version", ballot.purpose().version())
                        .bind("proposal", ballot.id().value())
                        .bind("by", me.person().value())
                        .bind("opens", ballot.opensAt())
                        .bind("closes", ballot.closesAt())
                        .bind("quorum", ballot.rule().quorumPerMillion())
                        .bind("threshold", ballot.rule().thresholdPerMillion())
                        .bind("asOf", ballot.electorate().asOf())
                        .bind("electors", OpeningFacts.electors(ballot).toArray(UUID[]::new))
                        .bind("needs", OpeningFacts.needs(ballot).toArray(UUID[]::new))
                        .bind(
                                "organizations",
                                delegates.stream()
                                        .map(delegate -> delegate.organization().value())
                                        .toArray(UUID[]::new))
                        .bind(
                                "persons",
                                delegates.stream()
                                        .map(delegate -> delegate.person().value())
                                        .toArray(UUID[]::new))
                        .bind("journal", facts.of(ballot, me, command.hash()))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, opening);
    }

    private static Found found(Readable row, Instant asOf) {
        return new Found(
                Standings.member(row),
                Standings.earlier(row),
                row.get("id", UUID.class) == null
                        ? Optional.empty()
                        : Optional.of(PurposeRows.purpose(row)),
                obstacle(row),
                charter(row),
                electorate(row, asOf),
                Standings.now(row));
    }

    private static Obstacle obstacle(Readable row) {
        var other = row.get("other", String.class);
        if (other == null) {
            return Obstacle.NONE;
        }
        return other.equals("ACTIVE") ? Obstacle.ACTIVE_PURPOSE : Obstacle.OPEN_BALLOT;
    }

    private static Charter charter(Readable row) {
        return new Charter(
                new Rule(
                        Columns.of(row, "quorum_per_million", Integer.class),
                        Columns.of(row, "threshold_per_million", Integer.class)),
                Duration.ofSeconds(Columns.of(row, "ballot_minimum_seconds", Long.class)),
                ZoneId.of(Columns.of(row, "time_zone", String.class)));
    }

    private static Electorate electorate(Readable row, Instant asOf) {
        var persons = Columns.of(row, "persons", UUID[].class);
        var organizations = Columns.of(row, "organizations", UUID[].class);
        var delegates =
                IntStream.range(0, persons.length)
                        .mapToObj(i ->
                                new Delegate(
                                        new PersonId(persons[i]),
                                        new OrganizationId(organizations[i])))
                        .toList();
        return new Electorate(delegates, asOf);
    }

    /** What is known when the decision is made. */
    record Found(
            Member me,
            Earlier earlier,
            Optional<Purpose> purpose,
            Obstacle obstacle,
            Charter charter,
            Electorate electorate,
            Instant now) {}
}
