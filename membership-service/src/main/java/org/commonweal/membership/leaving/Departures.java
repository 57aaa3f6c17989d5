package org.commonweal.membership.leaving;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.Seat;
import org.commonweal.membership.offices.OfficeSeats;
import org.commonweal.membership.seconding.Secondments;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.MemberLeftV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.jspecify.annotations.Nullable;
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
                                .bindValues(OfficeSeats.values(departure.cause()))
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
                "by", nullable(departure.by() == null ? null : departure.by().person().value()),
                "by_organization",
                        nullable(
                                departure.by() == null
                                        ? null
                                        : departure.by().organization().value()),
                "decision", nullable(departure.decision()),
                "command", departure.command(),
                "second", Ids.derived(departure.command(), 1),
                "hash", departure.requestHash(),
                "left_type", MemberLeftV1.TYPE);
    }

    private static Parameter nullable(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(id);
    }

    private static final String END =
            """
            WITH ended AS (
                UPDATE membership SET state = :how, ended_at = app_now(), ended_reason = :reason,
                    administrator = false, delegate = false, version = version + 1,
                    left_with = CAST(:decision AS uuid), told_at = NULL
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
                        'how', CAST(:how AS text), 'decision', CAST(:decision AS uuid))),
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
                    + OfficeSeats.AFTER_GONE
                    + "SELECT ended_at FROM ended";

    /**
     * One end.
     *
     * @param by who ends it: the member, an administrator of the firm, or null for the members
     * @param how LEFT or REMOVED
     * @param decision by which the members end it, or null
     */
    public record Departure(
            UUID command,
            String requestHash,
            UUID alliance,
            Member member,
            @Nullable Member by,
            String how,
            String reason,
            @Nullable UUID decision) {

        /** By nobody's command. */
        public static Departure byDecision(
                UUID fact, UUID alliance, Member member, String title, UUID decision) {
            return new Departure(fact, "", alliance, member, null, "REMOVED", title, decision);
        }

        private Seat.Cause cause() {
            return how.equals("LEFT") ? Seat.Cause.LEFT : Seat.Cause.REMOVED;
        }
    }
}
