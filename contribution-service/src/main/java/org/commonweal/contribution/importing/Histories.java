package org.commonweal.contribution.importing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.contribution.importing.HistoryBatch.Known;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Some lines of a history at a time, kept by one statement. The alliance's row is locked before the
 * lines are looked up, so that two imports of one alliance take turns and none keeps a line twice.
 */
@Component
class Histories {

    private static final String IMPORTER =
            """
            SELECT me.person_id, a.history AND a.founder = me.person_id AS allowed
            FROM standing me JOIN alliance a ON a.alliance_id = me.alliance_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :login
              AND me.state = 'ACTIVE'
            """;

    /** One look-up by key per name (OFFSET 0): a table that just grew has no statistics yet. */
    private static final String KNOWN =
            """
            SELECT c.id, c.author_id, c.organization_id, c.submitted_at, c.title,
                   another.is_there IS NOT NULL AS answered_by_another
            FROM unnest(:contributions) AS named(id)
            CROSS JOIN LATERAL (SELECT * FROM contribution one
                WHERE one.alliance_id = :alliance AND one.id = named.id OFFSET 0) c
            LEFT JOIN LATERAL (SELECT true AS is_there FROM acknowledgement a
                WHERE a.alliance_id = :alliance AND a.contribution_id = c.id
                  AND a.organization_id <> c.organization_id LIMIT 1) another ON true
            UNION ALL
            SELECT a.id, NULL, NULL, NULL, NULL, NULL
            FROM unnest(:acknowledgements) AS named(id)
            CROSS JOIN LATERAL (SELECT one.id FROM acknowledgement one
                WHERE one.alliance_id = :alliance AND one.id = named.id OFFSET 0) a
            """;

    private static final String KEEP =
            """
            WITH given AS (
                INSERT INTO contribution (alliance_id, id, kind, title, body, author_id,
                    organization_id, state, submitted_at, external_id, area, handled_by, version)
                SELECT :alliance, c.id, 'PIECE', c.title, '', c.author, c.organization,
                       'HISTORICAL', c.written_at, c.external_id, c.area, c.handled_by, 1
                FROM jsonb_to_recordset(CAST(:contributions AS jsonb)) AS c(
                    id uuid, external_id text, title text, area text, author uuid,
                    organization uuid, written_at timestamptz, handled_by jsonb)),
            taken AS (
                INSERT INTO acknowledgement (alliance_id, id, contribution_id, person_id,
                                             organization_id, kind, at)
                SELECT :alliance, a.id, a.contribution, a.person, a.organization, a.kind, a.at
                FROM jsonb_to_recordset(CAST(:acknowledgements AS jsonb)) AS a(
                    id uuid, contribution uuid, person uuid, organization uuid, kind text,
                    at timestamptz)),
            kept AS (SELECT CAST(:alliance AS uuid) AS alliance_id)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;
    private final JsonMapper json;

    Histories(ScopedDatabase database, Journal journal, JsonMapper json) {
        this.database = database;
        this.journal = journal;
        this.json = json;
    }

    /** The caller's standing, and whether it may import a history. */
    record Importer(UUID person, boolean allowed) {}

    /** Empty without a standing. */
    Mono<Importer> importer(Caller caller) {
        return database.inAlliance(caller.alliance(), sql -> importer(sql, caller, ""));
    }

    /** The batch, decided and kept; empty when the caller may not import any more. */
    Mono<HistoryBatch> keep(
            Caller caller, List<ParsedLine> lines, Function<HistoryBatch, HistoryBatch> decide) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        importer(sql, caller, "FOR NO KEY UPDATE OF a")
                                .filter(Importer::allowed)
                                .flatMap(importer -> known(sql, caller, importer, lines))
                                .map(decide)
                                .flatMap(batch -> keep(sql, caller, batch)));
    }

    private static Mono<Importer> importer(DatabaseClient sql, Caller caller, String lock) {
        return sql.sql(IMPORTER + lock)
                .bind("alliance", caller.alliance())
                .bind("issuer", caller.issuer())
                .bind("login", caller.subject())
                .map(row ->
                        new Importer(
                                Columns.of(row, "person_id", UUID.class),
                                Columns.of(row, "allowed", Boolean.class)))
                .one();
    }

    private static Mono<HistoryBatch> known(
            DatabaseClient sql, Caller caller, Importer importer, List<ParsedLine> lines) {
        var contributions = new HashSet<UUID>();
        var acknowledgements = new HashSet<UUID>();
        for (var line : lines) {
            switch (line) {
                case ParsedLine.Contribution given -> contributions.add(given.id());
                case ParsedLine.Acknowledgement given -> {
                    contributions.add(given.contribution());
                    acknowledgements.add(given.id());
                }
                case ParsedLine.Bad _ -> {}
            }
        }
        return sql.sql(KNOWN)
                .bind("alliance", caller.alliance())
                .bind("contributions", contributions.toArray(UUID[]::new))
                .bind("acknowledgements", acknowledgements.toArray(UUID[]::new))
                .map(Histories::row)
                .all()
                .collectList()
                .map(rows -> batch(importer.person(), rows));
    }

    private static HistoryBatch batch(UUID importer, List<Row> rows) {
        var contributions = new HashMap<UUID, Known>();
        Set<UUID> acknowledgements = new HashSet<>();
        for (var row : rows) {
            row.contribution()
                    .ifPresentOrElse(
                            known -> contributions.put(row.id(), known),
                            () -> acknowledgements.add(row.id()));
        }
        return new HistoryBatch(importer, contributions, acknowledgements);
    }

    /** A contribution, or an acknowledgement, of which the id is enough. */
    private record Row(UUID id, Optional<Known> contribution) {}

    private static Row row(Readable row) {
        var id = Columns.of(row, "id", UUID.class);
        var author = row.get("author_id", UUID.class);
        return author == null
                ? new Row(id, Optional.empty())
                : new Row(
                        id,
                        Optional.of(
                                new Known(
                                        author,
                                        row.get("organization_id", UUID.class),
                                        Columns.of(row, "submitted_at", Instant.class),
                                        Columns.of(row, "title", String.class),
                                        Columns.of(row, "answered_by_another", Boolean.class))));
    }

    private Mono<HistoryBatch> keep(DatabaseClient sql, Caller caller, HistoryBatch batch) {
        if (batch.entries().isEmpty()) {
            return Mono.just(batch);
        }
        return sql.sql(KEEP)
                .bind("alliance", caller.alliance())
                .bind("contributions", json.writeValueAsString(batch.newContributions()))
                .bind("acknowledgements", json.writeValueAsString(batch.newAcknowledgements()))
                .bind("journal", journal.json(batch.entries()))
                .fetch()
                .rowsUpdated()
                .thenReturn(batch);
    }
}
