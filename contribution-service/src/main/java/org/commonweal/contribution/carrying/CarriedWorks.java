package org.commonweal.contribution.carrying;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonweal.contribution.carrying.Origins.Here;
import org.commonweal.contribution.carrying.Origins.Work;
import org.commonweal.contribution.wire.CarriedOverV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was brought along, by ids that follow from what it is: brought twice, at once or after a
 * failure, it is here once and is told once.
 */
@Component
class CarriedWorks {

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO contribution (alliance_id, id, kind, title, body, author_id,
                    organization_id, state, submitted_at, area, version, origin_alliance,
                    origin_contribution)
                SELECT :alliance, c.id, c.kind, c.title, c.body, :author, :organization,
                    'HISTORICAL', c.submitted_at, c.area, 1, :origin, c.origin
                FROM jsonb_to_recordset(CAST(:works AS jsonb)) AS c(id uuid, origin uuid,
                    kind text, title text, body text, submitted_at timestamptz, area text)
                ON CONFLICT (alliance_id, id) DO NOTHING
                RETURNING alliance_id, id AS subject)
            """
                    + Journal.APPEND_EACH;

    private final ScopedDatabase database;
    private final Journal journal;
    private final JsonMapper json;

    CarriedWorks(ScopedDatabase database, Journal journal, JsonMapper json) {
        this.database = database;
        this.journal = journal;
        this.json = json;
    }

    /** The id here of what was given there. */
    static UUID idOf(UUID alliance, UUID contribution) {
        return Ids.named("carried-over", alliance.toString(), contribution.toString());
    }

    /**
     * Keeps what is not here yet; says how many that were.
     *
     * @param here the author, in the alliance that it is brought to
     */
    Mono<Long> keep(UUID alliance, Here here, List<Work> works, Instant now) {
        if (works.isEmpty()) {
            return Mono.just(0L);
        }
        var origin = here.parent().orElseThrow();
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(KEEP)
                                .bind("alliance", alliance)
                                .bind("author", here.person().value())
                                .bind("organization", here.organization())
                                .bind("origin", origin)
                                .bind("works", json.writeValueAsString(rows(alliance, works)))
                                .bind("journal", facts(alliance, here, works, now))
                                .fetch()
                                .rowsUpdated());
    }

    private static List<Row> rows(UUID alliance, List<Work> works) {
        return works.stream()
                .map(work ->
                        new Row(
                                idOf(alliance, work.id()),
                                work.id(),
                                work.kind(),
                                work.title(),
                                work.body(),
                                work.submittedAt(),
                                work.area()))
                .toList();
    }

    private String facts(UUID alliance, Here here, List<Work> works, Instant now) {
        return journal.json(works.stream().map(work -> fact(alliance, here, work, now)).toList());
    }

    private static Journal.Entry fact(UUID alliance, Here here, Work work, Instant now) {
        var copy = idOf(alliance, work.id());
        return new Journal.Entry(
                Ids.ofTransition(copy, "carried-over", now),
                CarriedOverV1.TYPE,
                copy,
                1,
                here.person().value(),
                here.organization(),
                Audience.EVERYONE,
                null,
                new CarriedOverV1(
                        copy,
                        work.kind(),
                        work.title(),
                        here.person().value(),
                        here.organization(),
                        work.submittedAt(),
                        new CarriedOverV1.FromV1(here.parent().orElseThrow(), work.id())));
    }

    /** Which of these are here. */
    Mono<Set<UUID>> present(UUID alliance, List<UUID> copies) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        SELECT id FROM contribution
                                        WHERE alliance_id = :alliance AND id = ANY(:copies)\
                                        """)
                                .bind("alliance", alliance)
                                .bind("copies", copies.toArray(UUID[]::new))
                                .map(row -> Columns.of(row, "id", UUID.class))
                                .all()
                                .collect(Collectors.toSet()));
    }

    /** One row, as the statement reads it from JSON. */
    private record Row(
            UUID id,
            UUID origin,
            String kind,
            String title,
            String body,
            Instant submitted_at,
            @org.jspecify.annotations.Nullable String area) {}
}
