package org.commonweal.membership.leaving;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Body;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.wire.MemberLeftV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
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
                                                       j.subject AS person, j.payload ->> 'how' AS how,
                                                       j.type = :whole AS whole
                                                FROM journal j JOIN standing me
                                                  ON me.alliance_id = j.alliance_id
                                                 AND me.person_id = j.actor
                                                WHERE j.alliance_id = :alliance AND j.id = :command
                                                  AND me.issuer = :issuer AND me.subject = :subject\
                                                """))
                                .bind("command", command.key())
                                .bind("whole", MemberLeftV1.TYPE)
                                .map(row -> earlier(row, command))
                                .one());
    }

    private static EndMembership.Outcome earlier(Readable row, EndMembership.Command command) {
        return Columns.of(row, "earlier", String.class).equals(command.requestHash())
                ? new EndMembership.Outcome.Ended(
                        new EndMembership.EndedView(
                                Columns.of(row, "person", UUID.class),
                                Columns.of(row, "whole", Boolean.class),
                                EndMembership.Ending.valueOf(Columns.of(row, "how", String.class)),
                                Columns.of(row, "at", Instant.class)))
                : new EndMembership.Outcome.IdTaken();
    }

    /**
     * For which firm the caller's login acts, and the second firm, if there is one.
     *
     * @param guests whether a guest is somebody here
     */
    Mono<Belonging> caller(EndMembership.Command command, boolean guests) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(
                                        sql.sql(
                                                """
                                                SELECT me.person_id, me.organization_id, me.delegate,
                                                       s.organization_id AS second
                                                FROM standing me
                                                LEFT JOIN secondment s
                                                  ON s.alliance_id = me.alliance_id
                                                 AND s.person_id = me.person_id AND s.until IS NULL
                                                WHERE me.alliance_id = :alliance
                                                  AND me.issuer = :issuer AND me.subject = :subject
                                                  AND (me.state = 'ACTIVE'
                                                       OR :guests AND me.state = 'GUEST')\
                                                """))
                                .bind("guests", guests)
                                .map(row -> belonging(row, ""))
                                .one());
    }

    /** Empty when either is no active member. */
    Mono<Pair> pair(EndMembership.Command command, UUID person) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(PAIR))
                                .bind("person", person)
                                .map(row ->
                                        new Pair(
                                                belonging(row, "their_"),
                                                member(row, ""),
                                                Columns.of(row, "administrator", Boolean.class)))
                                .one());
    }

    private static final String PAIR =
            """
            SELECT me.person_id, me.organization_id, me.delegate, own.administrator,
                   m.person_id AS their_person_id, m.organization_id AS their_organization_id,
                   m.delegate AS their_delegate, s.organization_id AS their_second
            FROM standing me
            JOIN place own ON own.alliance_id = me.alliance_id
                 AND own.person_id = me.person_id AND own.organization_id = me.organization_id
            JOIN membership m ON m.alliance_id = me.alliance_id AND m.person_id = :person
                 AND m.state = 'ACTIVE'
            LEFT JOIN secondment s ON s.alliance_id = m.alliance_id
                 AND s.person_id = m.person_id AND s.until IS NULL
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static Belonging belonging(Readable row, String whose) {
        var second = row.get(whose + "second", UUID.class);
        return new Belonging(
                member(row, whose), second == null ? null : new OrganizationId(second));
    }

    private static Member member(Readable row, String whose) {
        return new Member(
                new PersonId(Columns.of(row, whose + "person_id", UUID.class)),
                new OrganizationId(Columns.of(row, whose + "organization_id", UUID.class)),
                Columns.of(row, whose + "delegate", Boolean.class));
    }

    /** All logins, of a second firm too, lose their standing with the membership. */
    Mono<EndMembership.Outcome> end(
            EndMembership.Command command, Member member, Member by, EndMembership.Ended how) {
        var alliance = command.caller().alliance();
        var departure =
                new Departures.Departure(
                        command.key(),
                        command.requestHash(),
                        alliance,
                        member,
                        by,
                        how.how().name(),
                        how.reason(),
                        null);
        return database.inAlliance(alliance, sql -> Departures.end(sql, departure))
                .<EndMembership.Outcome>map(at ->
                        new EndMembership.Outcome.Ended(
                                new EndMembership.EndedView(
                                        member.person().value(), true, how.how(), at)))
                .defaultIfEmpty(new EndMembership.Outcome.ChangedMeanwhile());
    }

    /** Somebody and the firm; the second one, or null. */
    record Belonging(Member member, @Nullable OrganizationId second) {}

    record Pair(Belonging whom, Member by, boolean administrator) {

        Body.Official official() {
            return new Body.Official(by.organization(), administrator);
        }
    }
}
