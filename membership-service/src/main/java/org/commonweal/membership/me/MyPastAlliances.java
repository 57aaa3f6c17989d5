package org.commonweal.membership.me;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.platform.messaging.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Where a person was a member, and whether they stay in touch: the SQL. */
final class MyPastAlliances {

    private static final int LIST_MOST = 20;

    private MyPastAlliances() {}

    static Mono<List<PastAlliance>> of(DatabaseClient sql, PersonId person) {
        return sql.sql(
                        """
                        SELECT a.alliance_id, a.name, m.ended_at,
                               coalesce(t.wanted, false) AS wanted,
                               coalesce(t.welcomed, false) AS welcomed
                        FROM membership m JOIN alliance a ON a.alliance_id = m.alliance_id
                        LEFT JOIN alumnus t ON t.alliance_id = m.alliance_id
                             AND t.person_id = m.person_id AND t.ended_at = m.ended_at
                        WHERE m.person_id = :person AND m.state <> 'ACTIVE'
                        ORDER BY m.ended_at DESC, a.alliance_id LIMIT :most\
                        """)
                .bind("person", person.value())
                .bind("most", LIST_MOST)
                .map(row ->
                        new PastAlliance(
                                Columns.of(row, "alliance_id", UUID.class),
                                Columns.of(row, "name", String.class),
                                Columns.of(row, "ended_at", Instant.class),
                                Columns.of(row, "wanted", Boolean.class),
                                Columns.of(row, "welcomed", Boolean.class)))
                .all()
                .collectList();
    }

    /**
     * An alliance that the person has left, the last one first.
     *
     * @param wanted whether the person wants to stay in touch
     * @param welcomed whether the alliance does; who has both is an alumnus there
     */
    record PastAlliance(UUID id, String name, Instant leftAt, boolean wanted, boolean welcomed) {}
}
