package org.commonweal.contribution.carrying;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.contribution.domain.PersonId;
import org.commonweal.contribution.reading.Visible;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What is read to bring something along: the caller's standing here with where the alliance came
 * from, then, inside of that other alliance and by the standing that the same login has there, what
 * was given. Neither transaction sees the other's rows.
 */
@Component
class Origins {

    private static final String HERE =
            """
            SELECT me.person_id, me.organization_id, a.parent
            FROM standing me JOIN alliance a ON a.alliance_id = me.alliance_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            """;

    private static final String ONE =
            """
            SELECT c.* FROM standing me
            JOIN contribution c ON c.alliance_id = me.alliance_id AND c.id = :contribution
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE' AND me.person_id = :person AND\
            """
                    + Visible.TO_ME;

    private static final String OWN =
            """
            SELECT c.* FROM standing me
            JOIN contribution c ON c.alliance_id = me.alliance_id AND c.author_id = me.person_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE' AND me.person_id = :person
              AND (c.submitted_at, c.id) < (:at, :id)
            ORDER BY c.submitted_at DESC, c.id DESC LIMIT :most
            """;

    private final ScopedDatabase database;

    Origins(ScopedDatabase database) {
        this.database = database;
    }

    /**
     * Who acts here.
     *
     * @param parent the alliance that this one came from
     */
    record Here(PersonId person, UUID organization, Optional<UUID> parent) {}

    /** What was given there. */
    record Work(
            UUID id,
            String kind,
            String title,
            String body,
            PersonId author,
            Instant submittedAt,
            @Nullable String area) {}

    /** Empty without a standing. */
    Mono<Here> here(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(HERE))
                                .map(row ->
                                        new Here(
                                                new PersonId(
                                                        Columns.of(row, "person_id", UUID.class)),
                                                Columns.of(row, "organization_id", UUID.class),
                                                Optional.ofNullable(row.get("parent", UUID.class))))
                                .one());
    }

    /** One thing, whoever gave it; empty when the person may not see it there. */
    Mono<Work> one(Caller there, PersonId person, UUID contribution) {
        return database.inAlliance(
                there.alliance(),
                sql ->
                        there.bind(sql.sql(ONE))
                                .bind("contribution", contribution)
                                .bind("person", person.value())
                                .map(Origins::work)
                                .one());
    }

    /** The person's own, newest first; none when the person is no member there any more. */
    Mono<List<Work>> own(Caller there, PersonId person, Keyset after, int most) {
        return database.inAlliance(
                there.alliance(),
                sql ->
                        there.bind(sql.sql(OWN))
                                .bind("person", person.value())
                                .bind("at", after.at())
                                .bind("id", after.id())
                                .bind("most", most)
                                .map(Origins::work)
                                .all()
                                .collectList());
    }

    private static Work work(Readable row) {
        return new Work(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "kind", String.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "body", String.class),
                new PersonId(Columns.of(row, "author_id", UUID.class)),
                Columns.of(row, "submitted_at", Instant.class),
                row.get("area", String.class));
    }
}
