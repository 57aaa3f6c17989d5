package org.commonweal.membership.providers;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.commonweal.membership.domain.OwnProvider;
import org.commonweal.membership.wire.LoginProviderChangedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Firms' own providers as their administrators want them: the SQL. */
@Component
class Providers {

    private final ScopedDatabase database;
    private final Journal journal;

    Providers(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** A new draft; false when the id stands for another firm's. */
    Mono<Boolean> add(
            ConnectProvider.Command command,
            ProviderSituations.Situation now,
            ConnectProvider.Description description) {
        return keep(
                command,
                now,
                OwnProvider.State.DRAFT,
                sql -> described(sql, description).bind("alias", alias(command.provider())),
                ADDED);
    }

    /** False when somebody else was faster. */
    Mono<Boolean> change(
            ConnectProvider.Command command,
            ProviderSituations.Situation now,
            OwnProvider.State to) {
        return switch (command.act()) {
            case ConnectProvider.Act.Describe(var description) ->
                    keep(command, now, to, sql -> described(sql, description), DESCRIBED);
            case ConnectProvider.Act.Test() ->
                    keep(command, now, to, sql -> sql.bind("test", command.key()), TESTING);
            case ConnectProvider.Act.GoLive() -> keep(command, now, to, sql -> sql, MOVED);
            case ConnectProvider.Act.Retire() -> keep(command, now, to, sql -> sql, MOVED);
            case ConnectProvider.Act.WriteAgain() -> keep(command, now, to, sql -> sql, MOVED);
        };
    }

    private Mono<Boolean> keep(
            ConnectProvider.Command command,
            ProviderSituations.Situation now,
            OwnProvider.State to,
            UnaryOperator<GenericExecuteSpec> bound,
            String statement) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        bound.apply(
                                        sql.sql(statement + Journal.APPEND)
                                                .bind("alliance", command.caller().alliance())
                                                .bind("id", command.provider())
                                                .bind(
                                                        "organization",
                                                        now.me().organization().value())
                                                .bind("by", now.me().person().value())
                                                .bind("state", to.name())
                                                .bind("version", now.version())
                                                .bind(
                                                        "journal",
                                                        journal.json(changed(command, now, to))))
                                .fetch()
                                .rowsUpdated()
                                .map(rows -> rows > 0));
    }

    private static GenericExecuteSpec described(
            GenericExecuteSpec sql, ConnectProvider.Description description) {
        return sql.bind("name", description.name())
                .bind("protocol", description.identity().protocol().name())
                .bind("address", nullable(description.identity().address()))
                .bind("client_id", nullable(description.identity().clientId()))
                .bind("secret", nullable(description.sealedSecret()))
                .bind("metadata", nullable(description.metadata()));
    }

    private static Parameter nullable(@Nullable String text) {
        return text == null ? Parameters.in(String.class) : Parameters.in(text);
    }

    static String alias(UUID provider) {
        return "own-" + provider;
    }

    private static final String DUE =
            """
            ), due_now AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, '%s', CAST(:id AS uuid), app_now() FROM kept
                ON CONFLICT (alliance_id, kind, subject) DO UPDATE SET at = excluded.at)\
            """;

    private static final String ADDED =
            """
            WITH kept AS (
                INSERT INTO login_provider (alliance_id, id, organization_id, alias, name, protocol,
                    address, client_id, sealed_secret, metadata, state, set_by, set_at, version)
                SELECT :alliance, :id, :organization, :alias, :name, :protocol, :address,
                    :client_id, :secret, :metadata, :state, :by, app_now(), 1
                WHERE CAST(:version AS bigint) = 0
                ON CONFLICT (alliance_id, id) DO NOTHING
                RETURNING alliance_id
            """
                    + DUE.formatted(WriteProvider.KIND);

    private static final String CHANGED =
            """
                set_by = :by, set_at = app_now(), state = :state, version = version + 1
                WHERE alliance_id = :alliance AND id = :id AND organization_id = :organization
                  AND version = :version
                RETURNING alliance_id
            """;

    private static final String DESCRIBED =
            """
            WITH kept AS (
                UPDATE login_provider SET name = :name, protocol = :protocol, address = :address,
                    client_id = :client_id, sealed_secret = coalesce(:secret, sealed_secret),
                    metadata = :metadata, fault = NULL,
                    test_result = CASE WHEN :state = 'LIVE' THEN test_result END, test_id = NULL,
            """
                    + CHANGED
                    + DUE.formatted(WriteProvider.KIND);

    private static final String MOVED =
            """
            WITH kept AS (
                UPDATE login_provider SET fault = NULL,
            """
                    + CHANGED
                    + DUE.formatted(WriteProvider.KIND);

    /** What is tested is what was written: a test is no other version to write. */
    private static final String TESTING =
            """
            WITH kept AS (
                UPDATE login_provider SET test_id = :test, tested_from = app_now(),
                    test_result = CASE WHEN :state = 'DRAFT' THEN NULL ELSE test_result END,
                    written_version = version + 1,
            """
                    + CHANGED
                    + DUE.formatted(WatchTest.KIND);

    private static Journal.Entry changed(
            ConnectProvider.Command command,
            ProviderSituations.Situation now,
            OwnProvider.State to) {
        var organization = now.me().organization().value();
        return new Journal.Entry(
                command.key(),
                LoginProviderChangedV1.TYPE,
                command.provider(),
                now.version() + 1,
                now.me().person().value(),
                organization,
                new Audience.Organization(organization),
                command.requestHash(),
                new LoginProviderChangedV1(organization, command.provider(), to.name()));
    }
}
