package org.commonweal.membership.erasing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.leaving.Departures;
import org.commonweal.membership.me.Registry;
import org.commonweal.membership.wire.PersonErasedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Persons that are erased: the SQL. One transaction goes through the person's alliances, ends each
 * membership as leaving does and tells it there; then the redactor's function takes the words away.
 */
@Component
class Erasures {

    private static final String TELL =
            """
            INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                audience, at, payload)
            SELECT alliance_id, :id, :type, person_id, version + 1, person_id, organization_id,
                '{"scope": "ALLIANCE"}', app_now(),
                jsonb_build_object('person', person_id, 'work', CAST(:work AS text))
            FROM membership WHERE alliance_id = :alliance AND person_id = :person
            """;

    private final ScopedDatabase database;

    Erasures(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty when the login is not the person's any more. */
    Mono<Instant> erase(EraseMe.Command command, PersonId person) {
        return database.inRegistry(
                Registry.scope(command.login(), person),
                sql ->
                        memberships(sql, person)
                                .flatMapMany(Flux::fromIterable)
                                .concatMap(membership -> end(sql, command, membership))
                                .then(redact(sql, command)));
    }

    private static Mono<List<Membership>> memberships(DatabaseClient sql, PersonId person) {
        return sql.sql(
                        """
                        SELECT alliance_id, person_id, organization_id, delegate,
                               state = 'ACTIVE' AS active
                        FROM membership WHERE person_id = :person ORDER BY alliance_id\
                        """)
                .bind("person", person.value())
                .map(Membership::of)
                .all()
                .collectList();
    }

    private static Mono<Void> end(
            DatabaseClient sql, EraseMe.Command command, Membership membership) {
        return sql.sql("SELECT set_config('app.alliance', :alliance, true)")
                .bind("alliance", membership.alliance().toString())
                .fetch()
                .rowsUpdated()
                .then(
                        membership.active()
                                ? Departures.end(sql, membership.departure(command.id())).then()
                                : Mono.empty())
                .then(tell(sql, command, membership));
    }

    private static Mono<Void> tell(
            DatabaseClient sql, EraseMe.Command command, Membership membership) {
        return sql.sql(TELL)
                .bind("id", membership.fact(command.id(), "erased"))
                .bind("type", PersonErasedV1.TYPE)
                .bind("work", command.work().name())
                .bind("alliance", membership.alliance())
                .bind("person", membership.member().person().value())
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static Mono<Instant> redact(DatabaseClient sql, EraseMe.Command command) {
        return sql.sql("SELECT erase_person(:erasure, :work) AS at")
                .bind("erasure", command.id())
                .bind("work", command.work().name())
                .map(row -> java.util.Optional.ofNullable(row.get("at", Instant.class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    private record Membership(UUID alliance, Member member, boolean active) {

        static Membership of(Readable row) {
            return new Membership(
                    Columns.of(row, "alliance_id", UUID.class),
                    new Member(
                            new PersonId(Columns.of(row, "person_id", UUID.class)),
                            new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                            Columns.of(row, "delegate", Boolean.class)),
                    Columns.of(row, "active", Boolean.class));
        }

        /** Of one erasure each alliance has facts of its own. */
        UUID fact(UUID erasure, String what) {
            return Ids.ofTransition(alliance, erasure + "/" + what, Ids.instantOf(erasure));
        }

        Departures.Departure departure(UUID erasure) {
            return new Departures.Departure(
                    fact(erasure, "left"), "", alliance, member, member, "LEFT", "", null);
        }
    }
}
