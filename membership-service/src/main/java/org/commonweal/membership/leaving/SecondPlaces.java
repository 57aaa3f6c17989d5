package org.commonweal.membership.leaving;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.seconding.Secondments;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Places at a second firm that end by somebody's act: the SQL. The one at home stays. */
@Component
class SecondPlaces {

    private final ScopedDatabase database;

    SecondPlaces(ScopedDatabase database) {
        this.database = database;
    }

    /**
     * All logins of the second firm lose their standing in the statement that ends the place.
     *
     * @param member whose place, at home
     * @param by the person, or an administrator of the second firm
     */
    Mono<EndMembership.Outcome> end(
            EndMembership.Command command,
            Member member,
            OrganizationId second,
            Member by,
            EndMembership.Ended how) {
        var alliance = command.caller().alliance();
        return database.inAlliance(
                        alliance,
                        sql ->
                                sql.sql(END)
                                        .bindValues(Secondments.values())
                                        .bind("alliance", alliance)
                                        .bind("person", member.person().value())
                                        .bind("organization", second.value())
                                        .bind("by", by.person().value())
                                        .bind("how", how.how().name())
                                        .bind("reason", how.reason())
                                        .bind("command", command.key())
                                        .bind("hash", command.requestHash())
                                        .map(row -> Columns.of(row, "until", Instant.class))
                                        .one())
                .<EndMembership.Outcome>map(at ->
                        new EndMembership.Outcome.Ended(view(member.person().value(), how, at)))
                .defaultIfEmpty(new EndMembership.Outcome.ChangedMeanwhile());
    }

    private static EndMembership.EndedView view(UUID person, EndMembership.Ended how, Instant at) {
        return new EndMembership.EndedView(person, false, how.how(), at);
    }

    private static final String END =
            """
            WITH second AS (
                UPDATE secondment s SET until = app_now(), how = :how, ended_by = :by,
                    reason = :reason
                WHERE s.alliance_id = :alliance AND s.person_id = :person
                  AND s.organization_id = :organization AND s.until IS NULL
                RETURNING s.*, CAST(:command AS uuid) AS command, CAST(:hash AS text) AS hash)
            """
                    + Secondments.AFTER_SECOND
                    + "SELECT until FROM second";
}
