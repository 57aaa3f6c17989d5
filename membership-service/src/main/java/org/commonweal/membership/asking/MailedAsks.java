package org.commonweal.membership.asking;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What waits for an answer of those who take part by mail alone, and was mailed: the SQL. */
@Component
class MailedAsks {

    private static final String MOVE =
            """
            SELECT v.alliance_id, v.id, v.person_id, v.offered_by AS by, v.organization_id,
                v.reason AS what, v.offered_at AS from_at, v.expires_at AS until_at,
                '/mine' AS page
            FROM move v
            WHERE v.alliance_id = :alliance AND v.id = :subject
              AND v.state = 'OFFERED' AND v.expires_at > app_now()\
            """;

    private static final String DEPUTY =
            """
            SELECT d.alliance_id, d.id, d.person_id, d.delegate_id AS by, d.organization_id,
                '' AS what, d.from_at, d.until_at, '/firms/' || d.organization_id AS page
            FROM deputy d
            WHERE d.alliance_id = :alliance AND d.id = :subject
              AND d.state = 'NAMED' AND d.until_at > app_now()\
            """;

    /** Of the newest version, if it must be accepted; guests accept nothing. */
    private static final String AGREEMENT =
            """
            SELECT v.alliance_id, v.id, m.person_id, v.written_by AS by, w.organization_id,
                v.title AS what, v.written_at AS from_at, v.required_from AS until_at,
                '/agreements' AS page
            FROM agreement_version v
            JOIN required_agreement r ON r.alliance_id = v.alliance_id
                 AND r.agreement_id = v.agreement_id AND r.version = v.version
            JOIN membership w ON w.alliance_id = v.alliance_id AND w.person_id = v.written_by
            JOIN membership m ON m.alliance_id = v.alliance_id AND m.class <> 'GUEST'
            WHERE v.alliance_id = :alliance AND v.agreement_id = :subject
              AND NOT EXISTS (
                  SELECT FROM agreement_version n WHERE n.alliance_id = v.alliance_id
                    AND n.agreement_id = v.agreement_id AND n.version > v.version)
              AND NOT EXISTS (
                  SELECT FROM agreement_acceptance a WHERE a.alliance_id = v.alliance_id
                    AND a.person_id = m.person_id AND a.agreement_id = v.agreement_id
                    AND a.version >= v.version)\
            """;

    /** By the members, and so by no member: the alliance asks. */
    private static final String OFFICE =
            """
            SELECT s.alliance_id, s.id, s.person_id, CAST(NULL AS uuid) AS by, s.organization_id,
                d.title AS what, s.offered_at AS from_at, s.ends_at AS until_at, '/people' AS page
            FROM office s
            JOIN executed_decision d ON d.alliance_id = s.alliance_id AND d.decision_id = s.id
            WHERE s.alliance_id = :alliance AND s.id = :subject AND s.state = 'OFFERED'\
            """;

    private static final String NEXT =
            """
            )
            SELECT k.id, k.person_id, k.what, k.from_at, k.until_at, k.page, p.email, p.name,
                coalesce(b.name, l.name) AS by, o.name AS firm, l.name AS alliance, l.slug, l.time_zone
            FROM ask k
            JOIN membership m ON m.alliance_id = k.alliance_id AND m.person_id = k.person_id
                 AND m.state = 'ACTIVE' AND m.suspended_at IS NULL
            JOIN profile f ON f.person_id = k.person_id AND f.by_mail_only
            JOIN person p ON p.id = k.person_id AND p.email IS NOT NULL
            LEFT JOIN person b ON b.id = k.by
            JOIN organization o ON o.alliance_id = k.alliance_id AND o.id = k.organization_id
            JOIN alliance l ON l.alliance_id = k.alliance_id
            WHERE NOT EXISTS (SELECT FROM mailed_ask t WHERE t.alliance_id = k.alliance_id
                AND t.ask_id = k.id AND t.person_id = k.person_id)
            ORDER BY k.person_id LIMIT 1\
            """;

    private final ScopedDatabase database;

    MailedAsks(ScopedDatabase database) {
        this.database = database;
    }

    /** The next one to be mailed what a fact tells of; empty when all were, or nothing waits. */
    Mono<Words> next(Event event, Kind kind) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql("WITH ask AS (" + kind.asks + NEXT)
                                .bind("alliance", event.alliance())
                                .bind("subject", event.subject())
                                .map(MailedAsks::words)
                                .one());
    }

    private static Words words(Readable row) {
        var zone = ZoneId.of(Columns.of(row, "time_zone", String.class));
        return new Words(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "email", String.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "by", String.class),
                Columns.of(row, "firm", String.class),
                Columns.of(row, "alliance", String.class),
                Columns.of(row, "slug", String.class),
                Columns.of(row, "what", String.class),
                Columns.of(row, "from_at", Instant.class).atZone(zone),
                Columns.of(row, "until_at", Instant.class).atZone(zone),
                Columns.of(row, "page", String.class));
    }

    Mono<Long> mailed(UUID alliance, Words words) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO mailed_ask (alliance_id, ask_id, person_id, mailed_at)
                                        VALUES (:alliance, :ask, :person, app_now())
                                        ON CONFLICT DO NOTHING\
                                        """)
                                .bind("alliance", alliance)
                                .bind("ask", words.ask())
                                .bind("person", words.person())
                                .fetch()
                                .rowsUpdated());
    }

    /** What can be asked: of which rows it is read, and by which mail it is told. */
    enum Kind {
        MOVE(MailedAsks.MOVE, "asked-move"),
        DEPUTY(MailedAsks.DEPUTY, "asked-deputy"),
        AGREEMENT(MailedAsks.AGREEMENT, "asked-agreement"),
        OFFICE(MailedAsks.OFFICE, "asked-office");

        private final String asks;
        private final String mail;

        Kind(String asks, String mail) {
            this.asks = asks;
            this.mail = mail;
        }

        String mail() {
            return mail;
        }
    }

    /**
     * An ask of one person.
     *
     * @param by who asks, of which firm; the alliance where it is the members
     * @param page where it is answered, in the alliance
     */
    record Words(
            UUID ask,
            UUID person,
            String email,
            String name,
            String by,
            String firm,
            String alliance,
            String slug,
            String what,
            ZonedDateTime from,
            ZonedDateTime until,
            String page) {}
}
