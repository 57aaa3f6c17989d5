package org.commonweal.membership.me;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.platform.messaging.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What a person has applied for, and what was answered: the SQL. */
final class MyApplications {

    private static final int LIST_MOST = 20;

    private MyApplications() {}

    static Mono<List<MyApplication>> of(DatabaseClient sql, PersonId person) {
        return sql.sql(
                        """
                        SELECT p.id, p.alliance_id, a.name AS alliance_name, a.slug,
                               o.name AS organization_name, p.state, p.applied_at, p.decided_at, p.reason
                        FROM application p
                        JOIN alliance a ON a.alliance_id = p.alliance_id
                        JOIN organization o
                          ON o.alliance_id = p.alliance_id AND o.id = p.organization_id
                        WHERE p.person_id = :person ORDER BY p.id DESC LIMIT :most\
                        """)
                .bind("person", person.value())
                .bind("most", LIST_MOST)
                .map(MyApplications::one)
                .all()
                .collectList();
    }

    private static MyApplication one(Readable row) {
        return new MyApplication(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "alliance_id", UUID.class),
                Columns.of(row, "alliance_name", String.class),
                Columns.of(row, "slug", String.class),
                Columns.of(row, "organization_name", String.class),
                State.valueOf(Columns.of(row, "state", String.class)),
                Columns.of(row, "applied_at", Instant.class),
                row.get("decided_at", Instant.class),
                row.get("reason", String.class));
    }

    /**
     * An application, newest first.
     *
     * @param reason what those who decided say
     */
    record MyApplication(
            UUID id,
            UUID alliance,
            String allianceName,
            String slug,
            String organizationName,
            State state,
            Instant appliedAt,
            @Nullable Instant decidedAt,
            @Nullable String reason) {}

    enum State {
        OPEN,
        ACCEPTED,
        REFUSED,
        WITHDRAWN
    }
}
