package org.commonweal.membership.decisions;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Order;
import org.commonweal.membership.firmleaving.DecidedDepartures;
import org.commonweal.membership.leaving.Departures;
import org.commonweal.membership.wire.OrganizationEnrolledV1;
import org.commonweal.platform.messaging.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What decisions do to firms and members: the SQL. Each is empty when it was changed meanwhile. */
final class Effects {

    /** Shown until the firm chooses another; of its id, so that firms differ. */
    private static final String[] COLOURS = {
        "#1f6f8b", "#8b1f4f", "#3f7d20", "#8b5e1f", "#4f3f8b", "#8b2f1f", "#1f8b6a", "#5f5f1f"
    };

    private static final String ADMIT =
            """
            WITH kept AS (
                INSERT INTO organization AS o (alliance_id, id, name, short_name, colour, role,
                    mail_domains, enrolled_at)
                VALUES (:alliance, :organization, :name, :short_name, :colour, 'FIRM', :domains,
                    app_now())
                ON CONFLICT (alliance_id, id) DO UPDATE SET left_at = NULL, version = o.version + 1
                WHERE o.left_at IS NOT NULL AND o.role <> 'HISTORICAL'
                RETURNING *),
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, organization,
                    audience, at, payload)
                SELECT alliance_id, :fact, :type, id, version, id, '{"scope": "ALLIANCE"}',
                    app_now(), jsonb_build_object('organization', id, 'name', name,
                        'shortName', short_name, 'colour', colour, 'role', role)
                FROM kept)
            SELECT id FROM kept\
            """;

    private Effects() {}

    static Mono<UUID> admit(DatabaseClient sql, Mandate mandate, Order.Admit order) {
        var id = order.organization().value();
        return sql.sql(ADMIT)
                .bind("alliance", mandate.alliance())
                .bind("organization", id)
                .bind("name", order.name())
                .bind("short_name", order.shortName())
                .bind("colour", COLOURS[Math.floorMod(id.hashCode(), COLOURS.length)])
                .bind("domains", order.mailDomains().toArray(String[]::new))
                .bind("fact", mandate.fact(1))
                .bind("type", OrganizationEnrolledV1.TYPE)
                .map(row -> Columns.of(row, "id", UUID.class))
                .one();
    }

    static Mono<Instant> removeOrganization(
            DatabaseClient sql, Mandate mandate, Order.RemoveOrganization order) {
        return DecidedDepartures.end(
                sql,
                mandate.alliance(),
                order.organization().value(),
                mandate.decision(),
                mandate.fact(1));
    }

    static Mono<Instant> removeMember(
            DatabaseClient sql, Mandate mandate, OrderSituations.Someone now) {
        return Mono.justOrEmpty(now.member())
                .flatMap(member ->
                        Departures.end(
                                sql,
                                Departures.Departure.byDecision(
                                        mandate.fact(1),
                                        mandate.alliance(),
                                        member,
                                        mandate.title(),
                                        mandate.decision())));
    }
}
