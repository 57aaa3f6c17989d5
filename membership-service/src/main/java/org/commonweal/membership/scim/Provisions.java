package org.commonweal.membership.scim;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.commonweal.membership.domain.EligiblePerson;
import org.commonweal.membership.domain.Seat;
import org.commonweal.membership.offices.OfficeSeats;
import org.commonweal.membership.seconding.Secondments;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.EligibilityChangedV1;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What the firms' directories say: the SQL. Each write also ends or restores, in its one statement,
 * the standing at that firm of whom it means; it never makes one. Whoever was the firm's last
 * administrator or delegate has a successor by then.
 */
@Component
class Provisions {

    private final ScopedDatabase database;

    Provisions(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty when the directory names somebody so already. */
    Mono<EligiblePeople.Found> add(Directory directory, EligiblePerson person) {
        return write(directory, person, ADDED, bound -> attributes(bound, person));
    }

    /** Empty when there is nobody of this id. */
    Mono<EligiblePeople.Found> change(Directory directory, UUID id, EligiblePerson person) {
        return write(
                directory,
                person,
                BEFORE + MEANT + CHANGED,
                bound -> attributes(bound, person).bind("id", id));
    }

    /** Forgets what the directory said; whoever it meant is out as if named inactive. */
    Mono<EligiblePeople.Found> remove(Directory directory, UUID id, EligiblePerson person) {
        return write(
                directory,
                person.withActive(false),
                BEFORE + MEANT + REMOVED,
                bound -> bound.bind("id", id));
    }

    private Mono<EligiblePeople.Found> write(
            Directory directory,
            EligiblePerson person,
            String kept,
            UnaryOperator<GenericExecuteSpec> rest) {
        return database.inAlliance(
                directory.alliance(),
                sql -> {
                    var statement = sql.sql(kept + Consequences.OF_KEPT);
                    var bound =
                            rest.apply(EligiblePeople.of(directory, statement))
                                    .bind("user_name", person.userName())
                                    .bind("email", nullable(person.email()))
                                    .bind("active", person.active())
                                    .bind("eligibility_type", EligibilityChangedV1.TYPE)
                                    .bindValues(Secondments.values())
                                    .bindValues(OfficeSeats.values(Seat.Cause.SUSPENDED))
                                    .bindValues(Successions.valuesWithoutCommand());
                    return Successions.hold(sql, directory.alliance(), directory.organization())
                            .flatMap(_ -> bound.map(EligiblePeople::found).one());
                });
    }

    private static GenericExecuteSpec attributes(GenericExecuteSpec bound, EligiblePerson person) {
        return bound.bind("external_id", nullable(person.externalId()))
                .bind("display_name", nullable(person.displayName()));
    }

    private static Parameter nullable(@Nullable String text) {
        return text == null ? Parameters.in(String.class) : Parameters.in(text);
    }

    /**
     * A member of this firm, logged in through this firm's way in, with an address that the
     * directory gives: the address alone would reach into other firms.
     */
    private static final String MEMBERS =
            """
            SELECT DISTINCT m.person_id
                FROM organization o
                JOIN place m ON m.alliance_id = o.alliance_id AND m.organization_id = o.id
                JOIN standing s ON s.alliance_id = m.alliance_id AND s.person_id = m.person_id
                     AND s.organization_id = o.id
                JOIN login l ON l.issuer = s.issuer AND l.subject = s.subject
                     AND l.provider IN (SELECT ways_in(o.alliance_id, o.id, o.provider)
                         UNION SELECT '' WHERE NOT EXISTS (
                             SELECT ways_in(o.alliance_id, o.id, o.provider)))
                     AND l.email <> ''
                WHERE o.alliance_id = :alliance AND o.id = :organization
                  AND lower(l.email) IN\
            """;

    private static final String BEFORE =
            """
            WITH before AS (
                SELECT * FROM eligible_person
                WHERE alliance_id = :alliance AND organization_id = :organization AND id = :id
                FOR UPDATE),
            """;

    private static final String MEANT =
            """
            theirs AS (
                SELECT b.person_id FROM before b WHERE b.person_id IS NOT NULL
                UNION
                %s (SELECT unnest(ARRAY[lower(b.user_name), b.email, lower(CAST(:user_name AS text)),
                        CAST(:email AS text)]) FROM before b WHERE b.person_id IS NULL)),
            """
                    .formatted(MEMBERS);

    private static final String ADDED =
            """
            WITH theirs AS (
                %s (lower(CAST(:user_name AS text)), CAST(:email AS text))),
            kept AS (
                INSERT INTO eligible_person (alliance_id, organization_id, id, user_name,
                    external_id, display_name, email, active, person_id, created_at, changed_at,
                    version)
                SELECT :alliance, :organization, uuidv7(), :user_name, CAST(:external_id AS text),
                    CAST(:display_name AS text), CAST(:email AS text), :active,
                    (SELECT person_id FROM theirs ORDER BY 1 LIMIT 1), app_now(), app_now(), 1
                ON CONFLICT (alliance_id, organization_id, lower(user_name)) DO NOTHING
                RETURNING *),
            """
                    .formatted(MEMBERS);

    private static final String CHANGED =
            """
            kept AS (
                UPDATE eligible_person e SET user_name = :user_name,
                    external_id = CAST(:external_id AS text),
                    display_name = CAST(:display_name AS text), email = CAST(:email AS text),
                    active = :active, changed_at = app_now(), version = e.version + 1,
                    person_id = coalesce(e.person_id, (SELECT person_id FROM theirs ORDER BY 1 LIMIT 1))
                FROM before b
                WHERE e.alliance_id = b.alliance_id AND e.organization_id = b.organization_id
                  AND e.id = b.id
                RETURNING e.*),
            """;

    private static final String REMOVED =
            """
            kept AS (
                DELETE FROM eligible_person e USING before b
                WHERE e.alliance_id = b.alliance_id AND e.organization_id = b.organization_id
                  AND e.id = b.id
                RETURNING e.alliance_id, e.organization_id, e.id, e.user_name, e.external_id,
                    e.display_name, e.email, CAST(:active AS boolean) AS active, e.person_id,
                    e.created_at, e.changed_at, e.version + 1 AS version),
            """;
}
