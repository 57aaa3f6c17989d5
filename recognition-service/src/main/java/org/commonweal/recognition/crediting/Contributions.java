package org.commonweal.recognition.crediting;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.commonweal.recognition.domain.Contribution;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** This service's copy of what contribution-service tells. */
@Component
class Contributions {

    /** Joins as {@link Contribution#and} does; a row that would not change is not written. */
    private static final String REMEMBER =
            """
            INSERT INTO contribution AS c (alliance_id, id, title, author_id, organization_id,
                written_at, acknowledged_at, acknowledged_by_another)
            SELECT :alliance, n.id, n.title, n.author, n.organization, n.written, n.acknowledged,
                   n.another
            FROM jsonb_to_recordset(CAST(:known AS jsonb)) AS n(
                id uuid, title text, author uuid, organization uuid, written timestamptz,
                acknowledged timestamptz, another boolean)
            ORDER BY n.id
            ON CONFLICT (alliance_id, id) DO UPDATE
            SET written_at = least(c.written_at, excluded.written_at),
                acknowledged_at = least(c.acknowledged_at, excluded.acknowledged_at),
                acknowledged_by_another =
                    c.acknowledged_by_another OR excluded.acknowledged_by_another
            WHERE excluded.written_at < c.written_at
               OR c.acknowledged_at IS DISTINCT FROM
                  least(c.acknowledged_at, excluded.acknowledged_at)
               OR (excluded.acknowledged_by_another AND NOT c.acknowledged_by_another)
            """;

    private final JsonMapper json;

    Contributions(JsonMapper json) {
        this.json = json;
    }

    Mono<Long> remember(DatabaseClient sql, UUID alliance, Collection<Contribution> known) {
        return sql.sql(REMEMBER)
                .bind("alliance", alliance)
                .bind("known", json.writeValueAsString(known.stream().map(Row::of).toList()))
                .fetch()
                .rowsUpdated();
    }

    private record Row(
            UUID id,
            String title,
            UUID author,
            @Nullable UUID organization,
            Instant written,
            @Nullable Instant acknowledged,
            boolean another) {

        static Row of(Contribution contribution) {
            var organization = contribution.organization();
            return new Row(
                    contribution.id().value(),
                    contribution.title(),
                    contribution.author().value(),
                    organization == null ? null : organization.value(),
                    contribution.writtenAt(),
                    contribution.acknowledgedAt(),
                    contribution.acknowledgedByAnother());
        }
    }
}
