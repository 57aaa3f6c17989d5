package org.commonweal.membership.providers;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.commonweal.membership.domain.OwnProvider;
import org.commonweal.membership.wire.LoginProviderChangedV1;
import org.commonweal.platform.brokering.Fault;
import org.commonweal.platform.brokering.Provider;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Providers as they are to be in Keycloak, and what came of it: the SQL. */
@Component
class WantedProviders {

    private final ScopedDatabase database;
    private final Journal journal;
    private final SealedSecret secrets;

    WantedProviders(ScopedDatabase database, Journal journal, SealedSecret secrets) {
        this.database = database;
        this.journal = journal;
        this.secrets = secrets;
    }

    Mono<Wanted> one(UUID alliance, UUID id) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(ONE)
                                .bind("alliance", alliance)
                                .bind("id", id)
                                .map(row -> wanted(id, row))
                                .one());
    }

    private static final String ONE =
            """
            SELECT p.*, firm_domains(p.alliance_id, p.organization_id) AS domains, (
                SELECT count(*) FROM login_provider x
                WHERE x.alliance_id = p.alliance_id
                  AND x.organization_id = p.organization_id AND x.state = 'LIVE') AS live
            FROM login_provider p
            WHERE p.alliance_id = :alliance AND p.id = :id\
            """;

    private Wanted wanted(UUID id, Readable row) {
        var state = OwnProvider.State.valueOf(Columns.of(row, "state", String.class));
        return new Wanted(
                new Provider(
                        Columns.of(row, "alias", String.class),
                        Columns.of(row, "organization_id", UUID.class),
                        Columns.of(row, "name", String.class),
                        protocol(id, row),
                        new TreeSet<>(List.of(Columns.of(row, "domains", String[].class))),
                        stage(state),
                        Columns.of(row, "live", Long.class) > 1),
                state,
                Columns.of(row, "version", Long.class),
                row.get("test_id", UUID.class),
                row.get("tested_from", Instant.class));
    }

    private static Provider.Stage stage(OwnProvider.State state) {
        return switch (state) {
            case DRAFT, TESTED -> Provider.Stage.TRIAL;
            case LIVE -> Provider.Stage.LIVE;
            case RETIRED -> Provider.Stage.RETIRED;
        };
    }

    private Provider.Protocol protocol(UUID id, Readable row) {
        var address = row.get("address", String.class);
        return "OIDC".equals(row.get("protocol", String.class))
                ? new Provider.Protocol.Oidc(
                        Objects.requireNonNullElse(address, ""),
                        Columns.of(row, "client_id", String.class),
                        secrets.open(id, Columns.of(row, "sealed_secret", String.class)))
                : new Provider.Protocol.Saml(address, row.get("metadata", String.class));
    }

    /** Kept when it is still what is wanted; else it is due at once, as it was. */
    Mono<Long> written(
            UUID alliance, UUID id, long version, @Nullable Fault fault, Duration again) {
        return database.inAlliance(
                alliance,
                sql -> {
                    var statement =
                            sql.sql(WRITTEN)
                                    .bind("alliance", alliance)
                                    .bind("id", id)
                                    .bind("version", version)
                                    .bind("kind", WriteProvider.KIND)
                                    .bind("again", again.toSeconds());
                    return (fault == null
                                    ? statement.bindNull("fault", String.class)
                                    : statement.bind("fault", fault.name()))
                            .fetch()
                            .rowsUpdated();
                });
    }

    private static final String WRITTEN =
            """
            WITH kept AS (
                UPDATE login_provider SET written_version = version, written_at = app_now(),
                    fault = :fault
                WHERE alliance_id = :alliance AND id = :id AND version = :version
                RETURNING alliance_id, state, organization_id, version)
            UPDATE due SET at = CASE WHEN kept.state = 'RETIRED' THEN 'infinity'
                ELSE app_now() + make_interval(secs => :again) END
            FROM kept
            WHERE due.alliance_id = kept.alliance_id AND due.kind = :kind AND due.subject = :id\
            """;

    /** Not now: the login server is away, or nothing has come back yet. */
    Mono<Long> later(UUID alliance, UUID id, String kind, Duration wait) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        UPDATE due SET at = app_now() + make_interval(secs => :wait)
                                        WHERE alliance_id = :alliance AND kind = :kind
                                          AND subject = :id\
                                        """)
                                .bind("alliance", alliance)
                                .bind("id", id)
                                .bind("kind", kind)
                                .bind("wait", wait.toSeconds())
                                .fetch()
                                .rowsUpdated());
    }

    /** The result of the test that still runs, and that its clock is over. */
    Mono<Long> tested(
            UUID alliance, UUID id, Wanted wanted, TestResult result, OwnProvider.State to) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(TESTED + Journal.APPEND)
                                .bind("alliance", alliance)
                                .bind("id", id)
                                .bind("test", Objects.requireNonNull(wanted.test()))
                                .bind("version", wanted.version())
                                .bind("kind", WatchTest.KIND)
                                .bind("result", result.name())
                                .bind("state", to.name())
                                .bind("journal", journal.json(told(id, wanted, to)))
                                .fetch()
                                .rowsUpdated());
    }

    private static final String TESTED =
            """
            WITH kept AS (
                UPDATE login_provider SET test_id = NULL, test_result = :result, state = :state,
                    written_version = version + 1, version = version + 1
                WHERE alliance_id = :alliance AND id = :id AND version = :version
                  AND test_id = :test
                RETURNING alliance_id),
            passed AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.kind = :kind
                  AND due.subject = :id)\
            """;

    private static Journal.Entry told(UUID id, Wanted wanted, OwnProvider.State to) {
        var firm = wanted.provider().firm();
        return new Journal.Entry(
                Ids.derived(Objects.requireNonNull(wanted.test()), 1),
                LoginProviderChangedV1.TYPE,
                id,
                wanted.version() + 1,
                null,
                firm,
                new Audience.Organization(firm),
                null,
                new LoginProviderChangedV1(firm, id, to.name()));
    }

    record Wanted(
            Provider provider,
            OwnProvider.State state,
            long version,
            @Nullable UUID test,
            @Nullable Instant testedFrom) {}
}
