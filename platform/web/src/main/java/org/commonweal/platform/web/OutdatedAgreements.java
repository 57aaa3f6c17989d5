package org.commonweal.platform.web;

import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Agreements of which a member has not accepted the version that acting requires by now. */
final class OutdatedAgreements {

    private static final String FIRST =
            """
            SELECT r.agreement_id, r.version FROM standing me
            JOIN required_agreement r
              ON r.alliance_id = me.alliance_id AND r.required_from <= app_now()
            LEFT JOIN accepted_agreement a
              ON a.alliance_id = me.alliance_id AND a.person_id = me.person_id
             AND a.agreement_id = r.agreement_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE' AND (a.version IS NULL OR a.version < r.version)
            ORDER BY r.agreement_id, r.version DESC LIMIT 1\
            """;

    private OutdatedAgreements() {}

    /** Empty when the caller may act, and without standing: who is nobody here is told nothing. */
    static Mono<Outdated> first(DatabaseClient sql, Caller caller) {
        return caller.bind(sql.sql(FIRST))
                .map(row ->
                        new Outdated(
                                Columns.of(row, "agreement_id", UUID.class),
                                Columns.of(row, "version", Long.class)))
                .one();
    }

    /**
     * One of them.
     *
     * @param version the least that must be accepted
     */
    record Outdated(UUID agreement, long version) {}
}
