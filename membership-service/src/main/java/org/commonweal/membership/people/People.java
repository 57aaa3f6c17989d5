package org.commonweal.membership.people;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The directory: the SQL. Members have names, people of a history have pseudonyms. */
@Component
class People {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    /** The caller is a person of the alliance: no row means no standing. */
    private static final String EVERYBODY =
            """
            WITH me AS (
                SELECT alliance_id, person_id FROM standing
                WHERE alliance_id = :alliance AND issuer = :issuer AND subject = :subject
                  AND state = 'ACTIVE'),
            everybody AS (
                SELECT m.person_id AS id, coalesce(s.display_name, p.name) AS name,
                       m.organization_id, x.organization_id AS second, m.class, m.delegate, m.administrator, m.joined_at,
                       m.own_interest, p.name AS name_at_login,
                       coalesce(s.expertise, '{}') AS expertise, ARRAY(
                           SELECT f.office FROM office f WHERE f.alliance_id = m.alliance_id
                             AND f.person_id = m.person_id AND f.state = 'HELD'
                           ORDER BY f.office) AS offices,
                       CASE WHEN p.erased_at IS NOT NULL THEN 'ERASED'
                           WHEN m.state = 'ACTIVE' AND (m.suspended_at IS NULL OR x.id IS NOT NULL)
                           THEN 'ACTIVE' ELSE 'ENDED' END AS state
                FROM me JOIN membership m ON m.alliance_id = me.alliance_id
                JOIN person p ON p.id = m.person_id
                LEFT JOIN secondment x ON x.alliance_id = m.alliance_id
                     AND x.person_id = m.person_id AND x.until IS NULL
                LEFT JOIN profile s ON s.person_id = m.person_id
                UNION ALL
                SELECT u.id, u.pseudonym, (
                           SELECT a.organization_id FROM affiliation a
                           WHERE a.alliance_id = u.alliance_id AND a.person_id = u.id
                           ORDER BY a.since DESC LIMIT 1),
                       NULL, NULL, false, false, NULL, NULL, NULL, '{}', '{}', 'UNCLAIMED'
                FROM me JOIN unclaimed_person u ON u.alliance_id = me.alliance_id)
            """;

    private final ScopedDatabase database;
    private final Cursors cursors;

    People(ScopedDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Active and unclaimed people by name, or whoever {@code ids} name; empty without standing. */
    Mono<Page<PersonView>> page(Caller caller, Filter filter, @Nullable String cursor, int limit) {
        var after = cursor == null ? List.of("", NIL) : cursors.decode(cursor, 2);
        return database.inAlliance(
                        caller.alliance(),
                        sql ->
                                rows(sql, caller, filter, after, limit + 1)
                                        .flatMap(rows ->
                                                rows.isEmpty()
                                                        ? caller.standing(sql).map(_ -> rows)
                                                        : Mono.just(rows)))
                .map(rows -> Page.of(rows, limit, last -> cursors.encode(last.name(), last.id())));
    }

    private static Mono<List<PersonView>> rows(
            DatabaseClient sql, Caller caller, Filter filter, List<String> after, int most) {
        return caller.bind(
                        sql.sql(
                                EVERYBODY
                                        + """
                                        SELECT * FROM everybody e
                                        WHERE (e.name, e.id) > (:name, CAST(:id AS uuid))
                                          AND (e.state NOT IN ('ENDED', 'ERASED') OR e.id = ANY(:ids))
                                          AND (cardinality(CAST(:ids AS uuid[])) = 0 OR e.id = ANY(:ids))
                                          AND (:organization = '' OR
                                               CAST(nullif(:organization, '') AS uuid)
                                                   IN (e.organization_id, e.second))
                                          AND (:query = '' OR e.name ILIKE :query || '%'
                                               OR e.name ILIKE '% ' || :query || '%'
                                               OR EXISTS (SELECT FROM unnest(e.expertise) x
                                                   WHERE x ILIKE :query || '%'
                                                      OR x ILIKE '% ' || :query || '%'))
                                        ORDER BY e.name, e.id LIMIT :most\
                                        """))
                .bind("name", after.get(0))
                .bind("id", after.get(1))
                .bind("ids", filter.ids().toArray(UUID[]::new))
                .bind("organization", filter.organizationText())
                .bind("query", filter.queryText())
                .bind("most", most)
                .map(People::view)
                .all()
                .collectList();
    }

    /** Empty without standing, and for a stranger. */
    Mono<PersonPage> one(Caller caller, UUID person) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(EVERYBODY + ONE))
                                .bind("person", person)
                                .map(Line::of)
                                .all()
                                .collectList()
                                .filter(lines -> !lines.isEmpty())
                                .map(Line::page));
    }

    /** A line for each time at an organization, the last first; one line where none is known. */
    private static final String ONE =
            """
            SELECT e.*, a.organization_id AS worked_for, a.since, a.until
            FROM everybody e LEFT JOIN LATERAL (
                SELECT organization_id, since, until FROM affiliation
                WHERE alliance_id = :alliance AND person_id = e.id
                ORDER BY since DESC LIMIT 100) a ON true
            WHERE e.id = :person ORDER BY a.since DESC
            """;

    private static PersonView view(Readable row) {
        var as = row.get("class", String.class);
        return new PersonView(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "name", String.class),
                row.get("organization_id", UUID.class),
                row.get("second", UUID.class),
                as == null ? null : ParticipantClass.valueOf(as),
                Columns.of(row, "delegate", Boolean.class),
                Columns.of(row, "administrator", Boolean.class),
                row.get("joined_at", Instant.class),
                PersonView.PersonState.valueOf(Columns.of(row, "state", String.class)),
                List.of(Columns.of(row, "expertise", String[].class)),
                List.of(Columns.of(row, "offices", String[].class)));
    }

    record Filter(@Nullable String query, @Nullable UUID organization, List<UUID> ids) {

        /** The signs that LIKE reads are letters here. */
        String queryText() {
            return query == null ? "" : query.strip().replaceAll("([\\\\%_])", "\\\\$1");
        }

        String organizationText() {
            return organization == null ? "" : organization.toString();
        }
    }

    private record Line(
            PersonView person,
            @Nullable String nameAtLogin,
            @Nullable String ownInterest,
            PersonPage.@Nullable AffiliationView worked) {

        static Line of(Readable row) {
            var since = row.get("since", Instant.class);
            return new Line(
                    view(row),
                    row.get("name_at_login", String.class),
                    row.get("own_interest", String.class),
                    since == null
                            ? null
                            : new PersonPage.AffiliationView(
                                    row.get("worked_for", UUID.class),
                                    since,
                                    row.get("until", Instant.class)));
        }

        static PersonPage page(List<Line> lines) {
            return new PersonPage(
                    lines.getFirst().person(),
                    lines.getFirst().nameAtLogin(),
                    lines.getFirst().ownInterest(),
                    lines.stream().map(Line::worked).filter(Objects::nonNull).toList());
        }
    }
}
