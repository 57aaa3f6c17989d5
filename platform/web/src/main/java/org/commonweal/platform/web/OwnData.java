package org.commonweal.platform.web;

import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import reactor.core.publisher.Mono;

/** What one person gave in one alliance, whole, as the JSON text that {@link DataSeal} seals. */
public final class OwnData {

    private OwnData() {}

    /**
     * Starts at the caller's own standing, be it over or not; empty for whoever never had one.
     *
     * @param service whose data it is: {@code contracts/my-data/<service>.v1.schema.json}
     * @param things further pairs of {@code jsonb_build_object} in SQL, of the row {@code me} of
     *     the standing
     */
    public static Mono<String> of(
            ScopedDatabase database, Caller caller, String service, String things) {
        var whole =
                """
                SELECT CAST(jsonb_build_object(
                    'format', 'commonweal.my-data.%s.v1',
                    'at', app_now(),
                    'alliance', me.alliance_id,
                    'person', me.person_id,
                    %s) AS text) AS data
                FROM standing me
                WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
                """
                        .formatted(service, things);
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(whole))
                                .map(row -> Columns.of(row, "data", String.class))
                                .one());
    }
}
