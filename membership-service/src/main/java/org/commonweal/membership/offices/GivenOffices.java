package org.commonweal.membership.offices;

import java.util.UUID;
import org.commonweal.membership.domain.Order;
import org.commonweal.membership.wire.NeedOpenedV1;
import org.commonweal.membership.wire.OfficeChangedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Offices that decisions give and end, and the days on which they are over: the SQL. */
@Component
public class GivenOffices {

    private static final String WHY = "The members ask you to take up an office of the alliance.";

    private static final String GIVE =
            """
            WITH given AS (
                INSERT INTO office (alliance_id, id, office, person_id, organization_id, until,
                    ends_at, state, offered_at, changed_at, version)
                SELECT m.alliance_id, :decision, :office, m.person_id, m.organization_id, :until,
                    (CAST(:until AS date) + 1) AT TIME ZONE a.time_zone, 'OFFERED', app_now(),
                    app_now(), 1
                FROM membership m JOIN alliance a ON a.alliance_id = m.alliance_id
                WHERE m.alliance_id = :alliance AND m.person_id = :person AND m.state = 'ACTIVE'
                RETURNING *),
            clock AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, 'office-ends', id, ends_at FROM given),
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, organization,
                    audience, at, payload)
                SELECT e.alliance_id, uuidv7(), f.type, e.id, 1, e.organization_id, f.audience,
                    e.offered_at, f.payload
                FROM given e CROSS JOIN LATERAL (
                    SELECT CAST(:office_type AS text) AS type,
                        CAST('{"scope": "ALLIANCE"}' AS jsonb) AS audience, jsonb_build_object(
                            'seat', e.id, 'office', e.office, 'person', e.person_id,
                            'organization', e.organization_id, 'until', e.until,
                            'state', e.state, 'cause', NULL, 'endedBy', NULL, 'version', 1)
                            AS payload
                    UNION ALL
                    SELECT CAST(:need_type AS text), jsonb_build_object(
                            'scope', 'PERSONS', 'persons', jsonb_build_array(e.person_id)),
                        jsonb_build_object('need', e.id, 'person', e.person_id,
                            'why', CAST(:why AS text), 'due', NULL, 'link', jsonb_build_object(
                                'kind', 'office', 'id', e.id),
                            'title', CAST(:title AS text))) f)
            SELECT id FROM given\
            """;

    private static final String END =
            """
            WITH seat_changed AS (
                UPDATE office s SET state = 'ENDED', cause = 'DECIDED', ended_by = :decision,
                    changed_at = app_now(), version = s.version + 1
                WHERE s.alliance_id = :alliance AND s.person_id = :person AND s.office = :office
                  AND s.state IN ('OFFERED', 'HELD')
                RETURNING s.*, old.state AS was)
            """
                    + OfficeSeats.TOLD
                    + "SELECT id FROM seat_changed";

    private static final String EXPIRE =
            """
            WITH come AS (
                DELETE FROM due WHERE alliance_id = :alliance AND kind = 'office-ends'
                  AND subject = :seat AND at <= app_now()
                RETURNING alliance_id, subject),
            seat_changed AS (
                UPDATE office s SET state = 'ENDED', cause = 'EXPIRED', changed_at = app_now(),
                    version = s.version + 1
                FROM come c
                WHERE s.alliance_id = c.alliance_id AND s.id = c.subject
                  AND s.state IN ('OFFERED', 'HELD')
                RETURNING s.*, old.state AS was),
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, organization,
                    audience, at, payload)
                SELECT e.alliance_id, uuidv7(), f.type, e.id, e.version, e.organization_id,
                    f.audience, e.changed_at, f.payload
                FROM seat_changed e CROSS JOIN LATERAL (
            """
                    + OfficeSeats.FACTS
                    + """
                    ) f)
                    SELECT subject AS id FROM come\
                    """;

    private final ScopedDatabase database;

    GivenOffices(ScopedDatabase database) {
        this.database = database;
    }

    /**
     * Offers it to the member, in a transaction that holds the firm; empty when they have gone.
     *
     * @param title of the decision
     */
    public Mono<UUID> give(
            DatabaseClient sql,
            UUID alliance,
            UUID decision,
            String title,
            Order.GiveOffice order) {
        return sql.sql(GIVE)
                .bind("alliance", alliance)
                .bind("decision", decision)
                .bind("office", order.office().name())
                .bind("person", order.person().value())
                .bind("until", order.until())
                .bind("office_type", OfficeChangedV1.TYPE)
                .bind("need_type", NeedOpenedV1.TYPE)
                .bind("why", WHY)
                .bind("title", title)
                .map(row -> Columns.of(row, "id", UUID.class))
                .one();
    }

    /** Empty when the person neither holds it nor is offered it. */
    public Mono<UUID> end(DatabaseClient sql, UUID alliance, UUID decision, Order.EndOffice order) {
        return sql.sql(END)
                .bindValues(OfficeSeats.values())
                .bind("alliance", alliance)
                .bind("decision", decision)
                .bind("person", order.person().value())
                .bind("office", order.office().name())
                .map(row -> Columns.of(row, "id", UUID.class))
                .one();
    }

    /** Empty when its day is not over, or it has ended before. */
    Mono<UUID> expire(UUID alliance, UUID seat) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(EXPIRE)
                                .bindValues(OfficeSeats.values())
                                .bind("alliance", alliance)
                                .bind("seat", seat)
                                .map(row -> Columns.of(row, "id", UUID.class))
                                .one());
    }
}
