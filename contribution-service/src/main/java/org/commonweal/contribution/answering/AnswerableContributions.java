package org.commonweal.contribution.answering;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.contribution.answering.AnswerContribution.About;
import org.commonweal.contribution.answering.AnswerContribution.Command;
import org.commonweal.contribution.answering.AnswerContribution.Loaded;
import org.commonweal.contribution.domain.Contribution;
import org.commonweal.contribution.domain.Member;
import org.commonweal.contribution.domain.Reason;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.contribution.reading.ContributionRows;
import org.commonweal.contribution.reading.ContributionV1.AcknowledgementV1;
import org.commonweal.contribution.reading.ContributionV1.RefusalV1;
import org.commonweal.contribution.reading.Visible;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A contribution as somebody who may answer it finds it, in one query. */
@Component
class AnswerableContributions {

    private static final String LOAD =
            """
            SELECT me.person_id AS my_id, me.organization_id AS my_organization_id,
                me.class AS my_class, me.call AS my_call,
                app_now() AS now, encode(j.request_hash, 'hex') AS request_hash, c.*,
                r.reason AS refusal_reason,
                EXISTS (SELECT FROM acknowledgement a
                        WHERE a.alliance_id = c.alliance_id AND a.contribution_id = c.id
                          AND a.person_id = me.person_id) AS before,
                EXISTS (SELECT FROM standing w
                        WHERE w.alliance_id = me.alliance_id AND w.person_id = me.person_id
                          AND w.state = 'ACTIVE' AND w.organization_id = c.organization_id
                          AND w.organization_id <> me.organization_id) AS mine_elsewhere,
                CAST((SELECT coalesce(jsonb_agg(n), '[]') FROM (
                    SELECT n.id, n.person_id AS person FROM need n
                    WHERE n.alliance_id = c.alliance_id AND n.link_id = c.id
                      AND n.service = 'contribution' AND n.closed_at IS NULL
                    ORDER BY n.id) n) AS text) AS asked,
                CAST((SELECT to_jsonb(a) FROM (
                    SELECT a.id, a.person_id AS "by", a.organization_id AS organization, a.note,
                           a.at, a.kind
                    FROM acknowledgement a
                    WHERE a.alliance_id = c.alliance_id AND a.id = :id) a) AS text)
                    AS acknowledgement,
                CAST((SELECT to_jsonb(r) FROM (
                    SELECT r.id, r.person_id AS "by", r.organization_id AS organization, r.reason,
                           r.at
                    FROM refusal r
                    WHERE r.alliance_id = c.alliance_id AND r.id = :id) r) AS text) AS refusal
            FROM standing me
            JOIN contribution c ON c.alliance_id = me.alliance_id AND c.id = :contribution
            LEFT JOIN refusal r ON r.alliance_id = c.alliance_id AND r.contribution_id = c.id
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :login
              AND me.state = 'ACTIVE' AND\
            """
                    + Visible.TO_ME;

    private final JsonMapper json;

    AnswerableContributions(JsonMapper json) {
        this.json = json;
    }

    /** Empty without a standing or a contribution. */
    Mono<Loaded> load(DatabaseClient sql, Caller caller, Command command) {
        return sql.sql(LOAD)
                .bind("id", command.id())
                .bind("contribution", command.contribution())
                .bind("alliance", caller.alliance())
                .bind("issuer", caller.issuer())
                .bind("login", caller.subject())
                .map(this::loaded)
                .one();
    }

    private Loaded loaded(Readable row) {
        return new Loaded(
                ContributionRows.member(row, "my_id", "my_organization_id").orElseThrow(),
                ContributionRows.participation(row, "my_class", "my_call"),
                Columns.of(row, "now", Instant.class),
                row.get("request_hash", String.class),
                contribution(row),
                about(row),
                Columns.of(row, "before", Boolean.class),
                Columns.of(row, "mine_elsewhere", Boolean.class),
                asked(Columns.of(row, "asked", String.class)),
                read(row.get("acknowledgement", String.class), AcknowledgementV1.class),
                read(row.get("refusal", String.class), RefusalV1.class));
    }

    private static About about(Readable row) {
        return new About(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "version", Long.class),
                Columns.of(row, "title", String.class),
                row.get("goal_id", UUID.class),
                Columns.of(row, "author_id", UUID.class),
                row.get("organization_id", UUID.class),
                Columns.of(row, "submitted_at", Instant.class));
    }

    private static Contribution contribution(Readable row) {
        var state = Columns.of(row, "state", String.class);
        return switch (state) {
            case "OPEN" -> ContributionRows.open(row);
            case "ACKNOWLEDGED" ->
                    new Contribution.Acknowledged(ContributionRows.author(row), answeredBy(row));
            case "DECLINED" ->
                    new Contribution.Declined(
                            ContributionRows.author(row),
                            answeredBy(row),
                            new Reason(Columns.of(row, "refusal_reason", String.class)));
            case "HISTORICAL" -> new Contribution.Historical();
            default -> throw new IllegalStateException("no such state: " + state);
        };
    }

    private static Member answeredBy(Readable row) {
        return ContributionRows.member(row, "answered_by", "answered_organization").orElseThrow();
    }

    private List<NeedFacts.Asked> asked(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : json.readValue(text, type);
    }
}
