package org.commonweal.membership.me;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.domain.Erasure;
import org.commonweal.membership.domain.Login;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is left of erased logins: the SQL. A login sees its own tombstone and no other. */
@Component
public class Tombstones {

    private final ScopedDatabase database;

    Tombstones(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty for a login that was never erased. */
    public Mono<Tombstone> of(Login login) {
        return database.inRegistry(
                scope(login),
                sql ->
                        sql.sql("SELECT erasure_id, work, at, lifted_at FROM tombstone")
                                .map(Tombstone::of)
                                .one());
    }

    /** The login may come back, as somebody new. Empty when nothing holds it back. */
    public Mono<Tombstone> lift(Login login) {
        return database.inRegistry(
                scope(login),
                sql ->
                        sql.sql(
                                        """
                                        UPDATE tombstone SET lifted_at = coalesce(lifted_at, app_now())
                                        RETURNING erasure_id, work, at, lifted_at\
                                        """)
                                .map(Tombstone::of)
                                .one());
    }

    private static Map<String, String> scope(Login login) {
        return Map.of("issuer", login.issuer(), "subject", login.subject());
    }

    /** The person of before is not told: nothing leads from the new one back. */
    public record Tombstone(
            UUID erasure, Erasure.Work work, Instant at, @Nullable Instant liftedAt) {

        static Tombstone of(Readable row) {
            return new Tombstone(
                    Columns.of(row, "erasure_id", UUID.class),
                    Erasure.Work.valueOf(Columns.of(row, "work", String.class)),
                    Columns.of(row, "at", Instant.class),
                    row.get("lifted_at", Instant.class));
        }

        public boolean holds() {
            return liftedAt == null;
        }
    }
}
