package org.commonweal.membership.providers;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.OwnProvider;
import org.commonweal.platform.brokering.Brokers;
import org.commonweal.platform.brokering.Fault;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The own firm's providers: the SQL. */
@Component
class ProviderViews {

    private final ScopedDatabase database;
    private final Brokers brokers;

    ProviderViews(ScopedDatabase database, Brokers brokers) {
        this.database = database;
        this.brokers = brokers;
    }

    /** At most a hundred, the oldest first; nothing without standing. */
    Mono<Found> all(Caller caller) {
        return database.inAlliance(
                        caller.alliance(),
                        sql -> caller.bind(sql.sql(ALL)).map(this::line).all().collectList())
                .filter(lines -> !lines.isEmpty())
                .map(lines ->
                        new Found(
                                lines.getFirst().administrator(),
                                lines.stream()
                                        .flatMap(line ->
                                                java.util.stream.Stream.ofNullable(line.view()))
                                        .toList()));
    }

    private static final String ALL =
            """
            SELECT m.administrator, p.*
            FROM standing me
            JOIN place m ON m.alliance_id = me.alliance_id AND m.person_id = me.person_id
                 AND m.organization_id = me.organization_id
            LEFT JOIN login_provider p ON p.alliance_id = me.alliance_id
                 AND p.organization_id = me.organization_id AND m.administrator
            WHERE me.alliance_id = :alliance
              AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            ORDER BY p.id LIMIT 100\
            """;

    private Line line(Readable row) {
        var id = row.get("id", UUID.class);
        return new Line(
                Columns.of(row, "administrator", Boolean.class), id == null ? null : view(id, row));
    }

    private ProviderView view(UUID id, Readable row) {
        var alias = Columns.of(row, "alias", String.class);
        var test = row.get("test_id", UUID.class);
        return new ProviderView(
                id,
                Columns.of(row, "name", String.class),
                OwnProvider.Protocol.valueOf(Columns.of(row, "protocol", String.class)),
                row.get("address", String.class),
                row.get("client_id", String.class),
                OwnProvider.State.valueOf(Columns.of(row, "state", String.class)),
                brokers.redirectAddress(alias),
                brokers.entityId(),
                Columns.of(row, "written_version", Long.class)
                        .equals(Columns.of(row, "version", Long.class)),
                named(Fault.class, row.get("fault", String.class)),
                test == null ? null : brokers.testLink(alias, test),
                named(TestResult.class, row.get("test_result", String.class)),
                Columns.of(row, "set_at", Instant.class));
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> kind, @Nullable String name) {
        return name == null ? null : Enum.valueOf(kind, name);
    }

    record Found(boolean administrator, List<ProviderView> items) {}

    private record Line(boolean administrator, @Nullable ProviderView view) {}
}
