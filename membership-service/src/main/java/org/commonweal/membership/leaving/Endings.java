package org.commonweal.membership.leaving;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.domain.Body;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.MemberLeftV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Memberships that end: the SQL. */
@Component
class Endings {

    private final ScopedDatabase database;

    Endings(ScopedDatabase database) {
        this.database = database;
    }

    /** What the same command brought about before, by whoever sent it, member or not any more. */
    Mono<EndMembership.Outcome> earlier(EndMembership.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(
                                        sql.sql(
                                                """
                                                SELECT encode(j.request_hash, 'hex') AS earlier, j.at,
                                                       j.subject AS person, j.payload ->> 'how' AS how
                                                FROM journal j JOIN standing me
                                                  ON me.alliance_id = j.alliance_id
                                                 AND me.person_id = j.actor
                                                WHERE j.alliance_id = :alliance AND j.id = :command
                                                  AND me.issuer = :issuer AND me.subject = :subject\
                                                """))
                                .bind("command", command.key())
                                .map(row -> earlier(row, command))
                                .one());
    }

    private static EndMembership.Outcome earlier(Readable row, EndMembership.Command command) {
        return Columns.of(row, "earlier", String.class).equals(command.requestHash())
                ? new EndMembership.Outcome.Ended(
                        new EndMembership.EndedView(
                                Columns.of(row, "person", UUID.class),
                                EndMembership.Ending.valueOf(Columns.of(row, "how", String.class)),
                                Columns.of(row, "at", Instant.class)))
                : new EndMembership.Outcome.IdTaken();
    }

    Mono<Member> caller(EndMembership.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(
                                        sql.sql(
                                                """
                                                SELECT person_id, organization_id, delegate FROM standing
                                                WHERE alliance_id = :alliance AND issuer = :issuer
                                                  AND subject = :subject AND state <> 'ENDED'\
                                                """))
                                .map(row -> member(row, ""))
                                .one());
    }

    /** Empty when either is no active member. */
    Mono<Pair> pair(EndMembership.Command command, UUID person) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(
                                        sql.sql(
                                                """
                                                SELECT me.person_id, me.organization_id, me.delegate,
                                                       own.administrator, m.person_id AS their_person_id,
                                                       m.organization_id AS their_organization_id,
                                                       m.delegate AS their_delegate
                                                FROM standing me
                                                JOIN membership own
                                                  ON own.alliance_id = me.alliance_id
                                                 AND own.person_id = me.person_id
                                                JOIN membership m ON m.alliance_id = me.alliance_id
                                                WHERE me.alliance_id = :alliance
                                                  AND me.issuer = :issuer AND me.subject = :subject
                                                  AND me.state = 'ACTIVE' AND m.state = 'ACTIVE'
                                                  AND m.person_id = :person\
                                                """))
                                .bind("person", person)
                                .map(row ->
                                        new Pair(
                                                member(row, "their_"),
                                                member(row, ""),
                                                Columns.of(row, "administrator", Boolean.class)))
                                .one());
    }

    private static Member member(Readable row, String whose) {
        return new Member(
                new PersonId(Columns.of(row, whose + "person_id", UUID.class)),
                new OrganizationId(Columns.of(row, whose + "organization_id", UUID.class)),
                Columns.of(row, whose + "delegate", Boolean.class));
    }

    /** All logins of the person lose their standing in the statement that ends the membership. */
    Mono<EndMembership.Outcome> end(
            EndMembership.Command command,
            Member member,
            Member by,
            EndMembership.Ending how,
            String reason) {
        var alliance = command.caller().alliance();
        var person = member.person().value();
        var organization = member.organization().value();
        return database.inAlliance(
                        alliance,
                        sql ->
                                Successions.hold(sql, alliance, organization)
                                        .flatMap(_ ->
                                                sql.sql(END)
                                                        .bindValues(
                                                                Successions.values(command.key()))
                                                        .bindValues(values(command, member, by))
                                                        .bind("how", how.name())
                                                        .bind("reason", reason)
                                                        .map(row -> ended(row, person, how))
                                                        .one()))
                .<EndMembership.Outcome>map(EndMembership.Outcome.Ended::new)
                .defaultIfEmpty(new EndMembership.Outcome.ChangedMeanwhile());
    }

    private static Map<String, Object> values(
            EndMembership.Command command, Member member, Member by) {
        return Map.of(
                "alliance", command.caller().alliance(),
                "person", member.person().value(),
                "organization", member.organization().value(),
                "by", by.person().value(),
                "by_organization", by.organization().value(),
                "command", command.key(),
                "second", Ids.derived(command.key(), 1),
                "hash", command.requestHash(),
                "left_type", MemberLeftV1.TYPE);
    }

    private static EndMembership.EndedView ended(
            Readable row, UUID person, EndMembership.Ending how) {
        return new EndMembership.EndedView(person, how, Columns.of(row, "ended_at", Instant.class));
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
            standing AS (
                UPDATE standing s SET state = 'ENDED', delegate = false, version = e.version
                FROM ended e
                WHERE s.alliance_id = e.alliance_id AND s.person_id = e.person_id
                RETURNING s.issuer, s.subject),
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
                            FROM standing), '[]'))))
                    AS f(id, type, hash, payload)),
            gone AS (
                SELECT alliance_id, person_id, organization_id, ended_at AS at FROM ended)
            """
                    + Successions.AFTER_GONE
                    + "SELECT ended_at FROM ended";

    record Pair(Member member, Member by, boolean administrator) {

        Body.Official official() {
            return new Body.Official(by.organization(), administrator);
        }
    }
}
