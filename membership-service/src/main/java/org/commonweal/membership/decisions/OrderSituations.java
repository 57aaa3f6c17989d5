package org.commonweal.membership.decisions;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.Order;
import org.commonweal.membership.domain.Order.Belonging;
import org.commonweal.membership.domain.Order.Presence;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.rulebook.Rulebooks;
import org.commonweal.platform.messaging.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How things stand when a decision is carried out: the SQL. */
@Component
class OrderSituations {

    private static final String BELONGING =
            """
            CASE WHEN m.person_id IS NULL THEN 'NEVER' WHEN m.state <> 'ACTIVE' THEN 'ENDED'
                WHEN m.suspended_at IS NOT NULL THEN 'SUSPENDED' ELSE 'ACTIVE' END AS belonging\
            """;

    private static final String CANDIDATE =
            """
            SELECT %s, m.class, app_now() AS now,
                (CAST(:until AS date) + 1) AT TIME ZONE a.time_zone AS ends_at,
                EXISTS (SELECT FROM office s WHERE s.alliance_id = a.alliance_id
                    AND s.person_id = :person AND s.office = :office
                    AND s.state IN ('OFFERED', 'HELD')) AS holds_it,
                (SELECT count(*) FROM office s WHERE s.alliance_id = a.alliance_id
                    AND s.organization_id = m.organization_id
                    AND s.state IN ('OFFERED', 'HELD')) AS taken,
                %s AS most
            FROM alliance a
            LEFT JOIN membership m ON m.alliance_id = a.alliance_id AND m.person_id = :person
            WHERE a.alliance_id = :alliance\
            """
                    .formatted(BELONGING, Rulebooks.SEATS_PER_FIRM);

    Mono<Presence> presence(DatabaseClient sql, Mandate mandate, OrganizationId organization) {
        return sql.sql(
                        """
                        SELECT CASE WHEN o.id IS NULL THEN 'UNKNOWN'
                            WHEN o.role = 'HISTORICAL' THEN 'HISTORICAL'
                            WHEN o.left_at IS NOT NULL THEN 'LEFT' ELSE 'HERE' END AS presence
                        FROM alliance a
                        LEFT JOIN organization o ON o.alliance_id = a.alliance_id
                             AND o.id = :organization
                        WHERE a.alliance_id = :alliance\
                        """)
                .bind("alliance", mandate.alliance())
                .bind("organization", organization.value())
                .map(row -> Presence.valueOf(Columns.of(row, "presence", String.class)))
                .one();
    }

    Mono<Someone> belonging(DatabaseClient sql, Mandate mandate, PersonId person) {
        return sql.sql(
                        """
                        SELECT %s, m.organization_id, coalesce(m.delegate, false) AS delegate
                        FROM alliance a
                        LEFT JOIN membership m ON m.alliance_id = a.alliance_id
                             AND m.person_id = :person
                        WHERE a.alliance_id = :alliance\
                        """
                                .formatted(BELONGING))
                .bind("alliance", mandate.alliance())
                .bind("person", person.value())
                .map(row -> someone(row, person))
                .one();
    }

    private static Someone someone(Readable row, PersonId person) {
        var organization = row.get("organization_id", UUID.class);
        return new Someone(
                Belonging.valueOf(Columns.of(row, "belonging", String.class)),
                organization == null
                        ? null
                        : new Member(
                                person,
                                new OrganizationId(organization),
                                Columns.of(row, "delegate", Boolean.class)));
    }

    /** The home firm of who is a member, or was; empty for whoever never was. */
    Mono<UUID> firm(DatabaseClient sql, Mandate mandate, PersonId person) {
        return sql.sql(
                        """
                        SELECT organization_id FROM membership
                        WHERE alliance_id = :alliance AND person_id = :person\
                        """)
                .bind("alliance", mandate.alliance())
                .bind("person", person.value())
                .map(row -> Columns.of(row, "organization_id", UUID.class))
                .one();
    }

    Mono<Order.Candidate> candidate(DatabaseClient sql, Mandate mandate, Order.GiveOffice give) {
        return Mono.defer(() ->
                sql.sql(CANDIDATE)
                        .bind("alliance", mandate.alliance())
                        .bind("person", give.person().value())
                        .bind("office", give.office().name())
                        .bind("until", give.until())
                        .map(OrderSituations::candidate)
                        .one());
    }

    private static Order.Candidate candidate(Readable row) {
        var as = row.get("class", String.class);
        return new Order.Candidate(
                Belonging.valueOf(Columns.of(row, "belonging", String.class)),
                as == null ? null : ParticipantClass.valueOf(as),
                Columns.of(row, "ends_at", Instant.class),
                Columns.of(row, "now", Instant.class),
                Columns.of(row, "holds_it", Boolean.class),
                new Order.Seats(
                        Columns.of(row, "taken", Long.class), row.get("most", Integer.class)));
    }

    /**
     * @param member null for whoever never was one
     */
    record Someone(Belonging belonging, @Nullable Member member) {}
}
