package org.commonweal.contribution.reading;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.contribution.reading.ContributionV1.OriginV1;
import org.commonweal.contribution.reading.ContributionV1.ReceiptV1;
import org.commonweal.contribution.reading.ContributionV1.RefusalV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One contribution with its text, its answers and those whose turn it is. */
@Component
public class WholeContributions {

    private final ScopedDatabase database;
    private final JsonMapper json;

    WholeContributions(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Empty without a standing, and when there is none. */
    public Mono<ContributionV1> one(Caller caller, UUID id) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        SELECT c.*, CAST(c.handled_by AS text) AS handlers,
                                            CAST((SELECT coalesce(jsonb_agg(a), '[]') FROM (
                                                SELECT a.id, a.person_id AS "by",
                                                       a.organization_id AS organization, a.note,
                                                       a.at, a.kind
                                                FROM acknowledgement a
                                                WHERE a.alliance_id = c.alliance_id
                                                  AND a.contribution_id = c.id
                                                ORDER BY a.at, a.id LIMIT 200) a) AS text)
                                                AS acknowledgements,
                                            CAST((SELECT to_jsonb(r) FROM (
                                                SELECT r.id, r.person_id AS "by",
                                                       r.organization_id AS organization, r.reason,
                                                       r.at
                                                FROM refusal r
                                                WHERE r.alliance_id = c.alliance_id
                                                  AND r.contribution_id = c.id) r) AS text)
                                                AS refusal,
                                            CAST((SELECT coalesce(jsonb_agg(n.person_id), '[]') FROM (
                                                SELECT n.person_id FROM need n
                                                WHERE n.alliance_id = c.alliance_id
                                                  AND n.link_id = c.id AND n.closed_at IS NULL
                                                  AND n.service = 'contribution'
                                                ORDER BY n.opened_at, n.id LIMIT 200) n) AS text)
                                                AS turn
                                        FROM standing me
                                        JOIN contribution c ON c.alliance_id = me.alliance_id
                                                           AND c.id = :id
                                        WHERE me.alliance_id = :alliance AND me.issuer = :issuer
                                          AND me.subject = :login AND\
                                        """
                                                + Visible.TO_ME)
                                .bind("id", id)
                                .bind("alliance", caller.alliance())
                                .bind("issuer", caller.issuer())
                                .bind("login", caller.subject())
                                .map(this::whole)
                                .one());
    }

    private ContributionV1 whole(Readable row) {
        var submittedAt = Columns.of(row, "submitted_at", Instant.class);
        var acknowledgeBy = row.get("acknowledge_by", Instant.class);
        var refusal = row.get("refusal", String.class);
        return new ContributionV1(
                Columns.of(row, "id", UUID.class),
                row.get("goal_id", UUID.class),
                Columns.of(row, "kind", String.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "body", String.class),
                Columns.of(row, "author_id", UUID.class),
                row.get("organization_id", UUID.class),
                Columns.of(row, "state", String.class),
                submittedAt,
                acknowledgeBy,
                row.get("reminded_at", Instant.class),
                row.get("escalated_at", Instant.class),
                list(row, "turn", new TypeReference<>() {}),
                list(row, "acknowledgements", new TypeReference<>() {}),
                refusal == null ? null : json.readValue(refusal, RefusalV1.class),
                row.get("area", String.class),
                list(row, "handlers", new TypeReference<>() {}),
                acknowledgeBy == null ? null : new ReceiptV1(submittedAt, acknowledgeBy),
                origin(row),
                Columns.of(row, "version", Long.class));
    }

    private static @Nullable OriginV1 origin(Readable row) {
        var alliance = row.get("origin_alliance", UUID.class);
        return alliance == null
                ? null
                : new OriginV1(alliance, Columns.of(row, "origin_contribution", UUID.class));
    }

    private <T> List<T> list(Readable row, String column, TypeReference<List<T>> type) {
        return json.readValue(Columns.of(row, column, String.class), type);
    }
}
