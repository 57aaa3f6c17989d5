package org.commonweal.membership.applying;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.me.Registry;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Applications as they are read: the SQL. */
@Component
class Applications {

    /**
     * A firm decides on its own applicants by its delegates; for one that has none, the delegates
     * of all firms do. {@code a} is the application, {@code d} who may decide on it.
     */
    static final String DECIDES =
            """
             d.delegate AND d.state = 'ACTIVE' AND (d.organization_id = a.organization_id OR NOT EXISTS (
                SELECT FROM membership own WHERE own.alliance_id = a.alliance_id
                  AND own.organization_id = a.organization_id AND own.delegate
                  AND own.state = 'ACTIVE' AND own.suspended_at IS NULL))
            """;

    private static final String VIEWS =
            """
            SELECT a.*, p.name, q.questions FROM application a
            JOIN person p ON p.id = a.person_id
            JOIN front_door q ON q.alliance_id = a.alliance_id AND q.version = a.questions_version
            """;

    private static final String MINE_TO_DECIDE =
            """
            JOIN standing d ON d.alliance_id = a.alliance_id
            WHERE d.alliance_id = :alliance AND d.issuer = :issuer AND d.subject = :subject AND
            """
                    + DECIDES;

    private final ScopedDatabase database;
    private final Cursors cursors;

    Applications(ScopedDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Whether the caller is a delegate; empty without standing. */
    Mono<Boolean> delegate(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(
                                        sql.sql(
                                                """
                                                SELECT delegate FROM standing
                                                WHERE alliance_id = :alliance AND issuer = :issuer
                                                  AND subject = :subject AND state = 'ACTIVE'\
                                                """))
                                .map(row -> Columns.of(row, "delegate", Boolean.class))
                                .one());
    }

    /** Those that the caller may decide on, newest first. */
    Mono<Page<ApplicationView>> toDecide(Caller caller, @Nullable String cursor, int limit) {
        var after = cursors.below(cursor);
        return database.inAlliance(
                        caller.alliance(),
                        sql ->
                                caller.bind(
                                                sql.sql(
                                                        VIEWS
                                                                + MINE_TO_DECIDE
                                                                + """
                                                                 AND a.id < :after
                                                                ORDER BY a.id DESC LIMIT :most\
                                                                """))
                                        .bind("after", after)
                                        .bind("most", limit + 1)
                                        .map(Applications::view)
                                        .all()
                                        .collectList())
                .map(rows -> Page.of(rows, limit, last -> cursors.encode(last.id())));
    }

    /** One that the caller may decide on. */
    Mono<ApplicationView> toDecide(Caller caller, UUID id) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(VIEWS + MINE_TO_DECIDE + " AND a.id = :id"))
                                .bind("id", id)
                                .map(Applications::view)
                                .one());
    }

    /** One's own, member or not. */
    Mono<ApplicationView> own(Login login, PersonId person, UUID alliance, UUID id) {
        return database.inRegistry(
                Registry.scope(login, person, alliance),
                sql ->
                        sql.sql(
                                        VIEWS
                                                + """
                                                WHERE a.alliance_id = :alliance AND a.id = :id
                                                  AND a.person_id = :person\
                                                """)
                                .bind("alliance", alliance)
                                .bind("id", id)
                                .bind("person", person.value())
                                .map(Applications::view)
                                .one());
    }

    private static ApplicationView view(Readable row) {
        return new ApplicationView(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "organization_id", UUID.class),
                List.of(Columns.of(row, "questions", String[].class)),
                List.of(Columns.of(row, "answers", String[].class)),
                ApplicationView.State.valueOf(Columns.of(row, "state", String.class)),
                Columns.of(row, "applied_at", Instant.class),
                row.get("decided_at", Instant.class),
                row.get("reason", String.class),
                row.get("offer_id", UUID.class));
    }
}
