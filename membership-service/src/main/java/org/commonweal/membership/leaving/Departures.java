package org.commonweal.membership.leaving;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.seconding.Secondments;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.MemberLeftV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** How a membership ends, whoever ends it: the SQL, inside the alliance's scope. */
public final class Departures {

    private Departures() {}

    /**
     * All logins of the person, of a second firm too, lose their standing in the statement that
     * ends the membership. Empty when it changed meanwhile.
     */
    public static Mono<Instant> end(DatabaseClient sql, Departure departure) {
        return Successions.hold(
                        sql, departure.alliance(), departure.member().organization().value())
                .flatMap(_ ->
                        sql.sql(END)
                                .bindValues(Successions.values(departure.command()))
                                .bindValues(Secondments.homeValues())
                                .bindValues(values(departure))
                                .bind("how", departure.how())
                                .bind("reason", departure.reason())
                                .map(row -> Columns.of(row, "ended_at", Instant.class))
                                .one());
    }

    private static Map<String, Object> values(Departure departure) {
        return Map.of(
                "alliance", departure.alliance(),
                "person", departure.member().person().value(),
                "organization", departure.member().organization().value(),
                "by", departure.by().person().value(),
                "by_organization", departure.by().organization().value(),
                "command", departure.command(),
                "second", Ids.derived(departure.command(), 1),
                "hash", departure.requestHash(),
                "left_type", MemberLeftV1.TYPE);
    }

    private static final String END =
            """
            WITH ended AS (
                UPDATE membership SET state = :how, ended_at = app_now(), ended_reason = :reason,
                    administrator = false, delegate = false, version = version + 1
                WHERE alliance_id = :alliance AND person_id = :person AND state = 'ACTIVE'
                  AND organization_id = :organization
                RETURNING alliance_id, person_id, organization_id, class, version, ended_at),
            working AS (
                UPDATE affiliation a SET until = e.ended_at FROM ended e
                WHERE a.alliance_id = e.alliance_id AND a.person_id = e.person_id
                  AND a.until IS NULL),
            left_behind AS (
                UPDATE standing s SET state = 'ENDED', delegate = false, version = e.version
                FROM ended e
                WHERE s.alliance_id = e.alliance_id AND s.person_id = e.person_id
                RETURNING s.person_id, s.organization_id, s.issuer, s.subject),
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                    audience, at, request_hash, payload)
                SELECT e.alliance_id, f.id, f.type, e.person_id, e.version, :by, :by_organization,
                    '{"scope": "ALLIANCE"}', e.ended_at, f.hash, f.payload
                FROM ended e CROSS JOIN LATERAL (VALUES
                    (CAST(:command AS uuid), :left_type, decode(:hash, 'hex'), jsonb_build_object(
                        'person', e.person_id, 'organization', e.organization_id,
                        'how', CAST(:how AS text))),
                    (CAST(:second AS uuid), :standing_type, NULL, jsonb_build_object(
                        'person', e.person_id, 'organization', e.organization_id,
                        'class', e.class, 'state', 'ENDED', 'delegate', false,
                        'version', e.version, 'logins', coalesce((
                            SELECT jsonb_agg(jsonb_build_object('issuer', issuer, 'subject', subject))
                            FROM left_behind l
                            WHERE l.organization_id = e.organization_id), '[]'))))
                    AS f(id, type, hash, payload)),
            gone AS (
                SELECT alliance_id, person_id, organization_id, ended_at AS at, version FROM ended)
            """
                    + Successions.AFTER_GONE
                    + Secondments.AFTER_HOME
                    + "SELECT ended_at FROM ended";

    /**
     * One end.
     *
     * @param by who ends it: the member, or an administrator of the firm
     * @param how LEFT or REMOVED
     */
    public record Departure(
            UUID command,
            String requestHash,
            UUID alliance,
            Member member,
            Member by,
            String how,
            String reason) {}
}
