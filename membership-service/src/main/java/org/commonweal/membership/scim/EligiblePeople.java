package org.commonweal.membership.scim;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.EligiblePerson;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whom the firms' directories name: the SQL that reads. */
@Component
class EligiblePeople {

    static final int PAGE_MOST = 200;

    private final ScopedDatabase database;

    EligiblePeople(ScopedDatabase database) {
        this.database = database;
    }

    Mono<Found> one(Directory directory, UUID id) {
        return database.inAlliance(
                directory.alliance(),
                sql ->
                        of(directory, sql.sql(SELECT + " AND id = :id"))
                                .bind("id", id)
                                .map(EligiblePeople::found)
                                .one());
    }

    /** Those with this user name or external id, in any case of letters; at most one page. */
    Mono<List<Found>> named(Directory directory, @Nullable String userName, @Nullable String id) {
        return database.inAlliance(
                directory.alliance(),
                sql ->
                        of(directory, sql.sql(SELECT + FILTERED))
                                .bind("user_name", text(userName))
                                .bind("external_id", text(id))
                                .bind("most", PAGE_MOST)
                                .map(EligiblePeople::found)
                                .all()
                                .collectList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static GenericExecuteSpec of(Directory directory, GenericExecuteSpec statement) {
        return statement
                .bind("alliance", directory.alliance())
                .bind("organization", directory.organization());
    }

    static Found found(Readable row) {
        return new Found(
                Columns.of(row, "id", UUID.class),
                new EligiblePerson(
                        Columns.of(row, "user_name", String.class),
                        row.get("external_id", String.class),
                        row.get("display_name", String.class),
                        row.get("email", String.class),
                        Columns.of(row, "active", Boolean.class)),
                Columns.of(row, "created_at", Instant.class),
                Columns.of(row, "changed_at", Instant.class),
                Columns.of(row, "version", Long.class));
    }

    private static final String SELECT =
            """
            SELECT * FROM eligible_person
            WHERE alliance_id = :alliance AND organization_id = :organization\
            """;

    private static final String FILTERED =
            """
             AND (:user_name = '' OR lower(user_name) = lower(:user_name))
              AND (:external_id = '' OR external_id = :external_id)
            ORDER BY lower(user_name) LIMIT :most\
            """;

    record Found(UUID id, EligiblePerson person, Instant created, Instant changed, long version) {}
}
