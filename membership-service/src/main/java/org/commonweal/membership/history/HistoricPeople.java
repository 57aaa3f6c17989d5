package org.commonweal.membership.history;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonweal.membership.history.ImportPeople.NumberedLine;
import org.commonweal.membership.wire.OrganizationImportedV1;
import org.commonweal.membership.wire.PersonImportedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.BulkResult;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The people and organizations of a history: the SQL. */
@Component
class HistoricPeople {

    private final ScopedDatabase database;
    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    HistoricPeople(ScopedDatabase database, Journal journal, JsonMapper json, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /** Empty without standing. */
    Mono<Boolean> isFounderOfHistory(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(
                                        sql.sql(
                                                """
                                                SELECT a.history AND a.founder = me.person_id AS founder
                                                FROM standing me
                                                JOIN alliance a ON a.alliance_id = me.alliance_id
                                                WHERE me.alliance_id = :alliance
                                                  AND me.issuer = :issuer AND me.subject = :subject
                                                  AND me.state = 'ACTIVE'\
                                                """))
                                .map(row -> Columns.of(row, "founder", Boolean.class))
                                .one());
    }

    /** Keeps what is new; each line's result, in any order. */
    Mono<List<BulkResult>> keep(UUID alliance, List<NumberedLine> lines) {
        var rows = lines.stream().map(line -> row(alliance, line)).toList();
        var facts = lines.stream().map(line -> fact(alliance, line.line())).toList();
        return database.inAlliance(
                        alliance,
                        sql ->
                                sql.sql(KEEP)
                                        .bind("alliance", alliance)
                                        .bind("lines", json.writeValueAsString(rows))
                                        .bind("journal", journal.json(facts))
                                        .map(row -> Columns.of(row, "id", UUID.class))
                                        .all()
                                        .collectList())
                .map(kept -> results(rows, new HashSet<>(kept)));
    }

    private static List<BulkResult> results(List<Row> rows, Set<UUID> kept) {
        var results = new ArrayList<BulkResult>();
        for (var row : rows) {
            // Of a line that stands twice in a batch, the first is the one that was kept.
            var status =
                    kept.remove(row.id()) ? BulkResult.Status.kept : BulkResult.Status.duplicate;
            results.add(new BulkResult(row.line(), status, null));
        }
        return results;
    }

    /**
     * Organizations first: affiliations refer to them. An organization that is unknown, here and in
     * the batch, is kept as an unknown one (null).
     */
    private static final String KEEP =
            """
            WITH line AS (
                SELECT DISTINCT ON (id) * FROM jsonb_to_recordset(CAST(:lines AS jsonb)) AS l(
                    line bigint, id uuid, kind text, name text, affiliations jsonb)
                ORDER BY id, line),
            organizations AS (
                INSERT INTO organization (alliance_id, id, name, short_name, colour, role,
                    mail_domains, enrolled_at)
                SELECT :alliance, id, name, left(name, 24), '#6b7280', 'HISTORICAL', '{}', app_now()
                FROM line WHERE kind = 'organization'
                ON CONFLICT (alliance_id, id) DO NOTHING RETURNING id),
            people AS (
                INSERT INTO unclaimed_person (alliance_id, id, pseudonym, imported_at)
                SELECT :alliance, id, name, app_now() FROM line WHERE kind = 'person'
                ON CONFLICT (alliance_id, id) DO NOTHING RETURNING id),
            working AS (
                INSERT INTO affiliation (alliance_id, person_id, since, organization_id, until)
                SELECT :alliance, p.id, a.since, CASE WHEN EXISTS (
                           SELECT FROM organization o
                           WHERE o.alliance_id = :alliance AND o.id = a.organization)
                         OR a.organization IN (SELECT id FROM line WHERE kind = 'organization')
                       THEN a.organization END,
                       lead(a.since) OVER (PARTITION BY p.id ORDER BY a.since)
                FROM people p JOIN line l ON l.id = p.id
                CROSS JOIN LATERAL jsonb_to_recordset(l.affiliations)
                    AS a(organization uuid, since timestamptz)
                ON CONFLICT (alliance_id, person_id, since) DO NOTHING),
            kept AS (
                SELECT CAST(:alliance AS uuid) AS alliance_id, id FROM organizations
                UNION ALL SELECT :alliance, id FROM people),
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, audience, at, payload)
                SELECT kept.alliance_id, e.id, e.type, e.subject, 1, e.audience, app_now(), e.payload
                FROM kept JOIN (
                    SELECT DISTINCT ON (subject) * FROM jsonb_to_recordset(CAST(:journal AS jsonb))
                        AS f(id uuid, type text, subject uuid, audience jsonb, payload jsonb))
                    e ON e.subject = kept.id)
            SELECT id FROM kept\
            """;

    private static Row row(UUID alliance, NumberedLine numbered) {
        return switch (numbered.line()) {
            case Line.Organization(var externalId, var name) ->
                    new Row(
                            numbered.number(),
                            Ids.external(alliance, "organization", externalId),
                            "organization",
                            name,
                            List.of());
            case Line.Person(var externalId, var affiliations) ->
                    new Row(
                            numbered.number(),
                            Ids.external(alliance, "person", externalId),
                            "person",
                            externalId,
                            affiliations.stream()
                                    .map(dated ->
                                            new AffiliationRow(
                                                    organization(alliance, dated.organization()),
                                                    dated.from()))
                                    .toList());
        };
    }

    private Journal.Entry fact(UUID alliance, Line line) {
        var kind = line instanceof Line.Organization ? "organization" : "person";
        var id = Ids.external(alliance, kind, line.externalId());
        return new Journal.Entry(
                Ids.ofTransition(id, "imported", clock.instant()),
                line instanceof Line.Organization
                        ? OrganizationImportedV1.TYPE
                        : PersonImportedV1.TYPE,
                id,
                1,
                null,
                null,
                Audience.EVERYONE,
                null,
                payload(alliance, id, line));
    }

    private static Object payload(UUID alliance, UUID id, Line line) {
        return switch (line) {
            case Line.Organization(_, var name) -> new OrganizationImportedV1(id, name);
            case Line.Person(var externalId, var affiliations) ->
                    new PersonImportedV1(
                            id,
                            externalId,
                            affiliations.stream()
                                    .map(dated ->
                                            new PersonImportedV1.AffiliationV1(
                                                    organization(alliance, dated.organization()),
                                                    dated.from()))
                                    .toList());
        };
    }

    private static @Nullable UUID organization(UUID alliance, @Nullable String externalId) {
        return externalId == null ? null : Ids.external(alliance, "organization", externalId);
    }

    private record Row(
            long line, UUID id, String kind, String name, List<AffiliationRow> affiliations) {}

    private record AffiliationRow(@Nullable UUID organization, Instant since) {}
}
