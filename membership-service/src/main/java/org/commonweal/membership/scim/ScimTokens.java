package org.commonweal.membership.scim;

import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The tokens of the firms' directories: the SQL. */
@Component
class ScimTokens {

    private final ScopedDatabase database;

    ScimTokens(ScopedDatabase database) {
        this.database = database;
    }

    /** Whether this is the firm's present token; false also for a firm that has none. */
    Mono<Boolean> isPresent(Directory directory, byte[] hash) {
        return database.inAlliance(
                directory.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        SELECT EXISTS (
                                            SELECT FROM scim_token
                                            WHERE alliance_id = :alliance
                                              AND organization_id = :organization
                                              AND hash = :hash) AS present\
                                        """)
                                .bind("alliance", directory.alliance())
                                .bind("organization", directory.organization())
                                .bind("hash", hash)
                                .map(row -> Columns.of(row, "present", Boolean.class))
                                .one());
    }
}
