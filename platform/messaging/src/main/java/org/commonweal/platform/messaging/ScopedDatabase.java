package org.commonweal.platform.messaging;

import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.observability.micrometer.Micrometer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The only way to SQL: every statement runs in a transaction whose row-level security scope is set.
 *
 * <p>{@code BEGIN} and {@code SET LOCAL} travel in one exchange; the scope ends with the
 * transaction, so a pooled connection never carries it on. There is no {@code DatabaseClient} bean:
 * whoever wants to query must say for whom. What a request must be asked first ({@link
 * FirstQuestion}) is asked in its first transaction, or before it when that has another scope.
 */
public final class ScopedDatabase {

    /** One for all, because it remembers how each statement's parameters are numbered. */
    private static final DatabaseClient SCOPED = DatabaseClient.create(new OpenTransaction());

    /** From the wait for a connection to the commit; no SQL in it, which can quote a person. */
    private static final String OBSERVED = "commonweal.transaction";

    /**
     * A decision looks its rows up by their keys, so one plan is right for all values. PostgreSQL
     * would make a new one each time, some milliseconds: it does not see beforehand that of the
     * journal's partitions a general plan opens one.
     */
    private static final String PLANNED_ONCE = "; SET LOCAL plan_cache_mode = force_generic_plan";

    private static final UUID NO_ALLIANCE = new UUID(0, 0);

    private final ConnectionFactory connections;
    private final ObservationRegistry observations;

    public ScopedDatabase(ConnectionFactory connections, ObservationRegistry observations) {
        this.connections = connections;
        this.observations = observations;
    }

    /**
     * Commits when {@code work} completes, also empty; rolls back when it fails or is cancelled.
     */
    public <T> Mono<T> inAlliance(UUID alliance, Function<DatabaseClient, Mono<T>> work) {
        return one(of(alliance), work);
    }

    /** As {@link #inAlliance}, for several rows; the transaction stays open while they are read. */
    public <T> Flux<T> manyInAlliance(UUID alliance, Function<DatabaseClient, Flux<T>> work) {
        return many(of(alliance), work);
    }

    /** For what the platform keeps beside all alliances: no row of any of them is visible. */
    <T> Mono<T> ofNoAlliance(Function<DatabaseClient, Mono<T>> work) {
        return inAlliance(NO_ALLIANCE, work);
    }

    /**
     * The registry's scope: what belongs to no alliance is visible by named settings alone.
     *
     * @param settings names below {@code app.} and their values, e.g. the issuer and subject of a
     *     login; values are quoted here
     */
    public <T> Mono<T> inRegistry(
            Map<String, String> settings, Function<DatabaseClient, Mono<T>> work) {
        return one(locals(settings), work);
    }

    /** As {@link #inRegistry}, for several rows. */
    public <T> Flux<T> manyInRegistry(
            Map<String, String> settings, Function<DatabaseClient, Flux<T>> work) {
        return many(locals(settings), work);
    }

    /** The same work, of which each transaction is a decision. */
    static <T> Mono<T> deciding(Mono<T> work) {
        return work.contextWrite(context -> context.put(ScopedDatabase.class, PLANNED_ONCE));
    }

    private <T> Mono<T> one(String locals, Function<DatabaseClient, Mono<T>> work) {
        return Mono.deferContextual(context -> {
            var first = FirstQuestion.unanswered(context);
            if (first.isEmpty()) {
                return oneTransaction(locals, work);
            }
            var question = first.get().question();
            return locals.equals(of(first.get().alliance()))
                    ? oneTransaction(locals, sql -> question.apply(sql).then(work.apply(sql)))
                    : alone(first.get()).then(oneTransaction(locals, work));
        });
    }

    private <T> Flux<T> many(String locals, Function<DatabaseClient, Flux<T>> work) {
        return Flux.deferContextual(context ->
                FirstQuestion.unanswered(context)
                        .map(first -> alone(first).thenMany(manyOfTransaction(locals, work)))
                        .orElseGet(() -> manyOfTransaction(locals, work)));
    }

    private Mono<Void> alone(FirstQuestion.Asked first) {
        return oneTransaction(of(first.alliance()), first.question());
    }

    private <T> Mono<T> oneTransaction(String locals, Function<DatabaseClient, Mono<T>> work) {
        return Mono.usingWhen(
                        connections.create(),
                        connection ->
                                begin(connection, locals)
                                        .then(work.apply(SCOPED))
                                        .contextWrite(OpenTransaction.on(connection)),
                        ScopedDatabase::commit,
                        (connection, _) -> rollback(connection),
                        ScopedDatabase::rollback)
                .name(OBSERVED)
                .tap(Micrometer.observation(observations));
    }

    private <T> Flux<T> manyOfTransaction(String locals, Function<DatabaseClient, Flux<T>> work) {
        return Flux.usingWhen(
                        connections.create(),
                        connection ->
                                begin(connection, locals)
                                        .thenMany(work.apply(SCOPED))
                                        .contextWrite(OpenTransaction.on(connection)),
                        ScopedDatabase::commit,
                        (connection, _) -> rollback(connection),
                        ScopedDatabase::rollback)
                .name(OBSERVED)
                .tap(Micrometer.observation(observations));
    }

    private static Mono<Void> begin(Connection connection, String locals) {
        return Mono.deferContextual(context -> {
            var plans = context.getOrDefault(ScopedDatabase.class, "");
            return Flux.from(connection.createStatement("BEGIN; " + locals + plans).execute())
                    .flatMap(Result::getRowsUpdated)
                    .then();
        });
    }

    private static Mono<Void> commit(Connection connection) {
        return closing(connection, Mono.from(connection.commitTransaction()));
    }

    private static Mono<Void> rollback(Connection connection) {
        return closing(connection, Mono.from(connection.rollbackTransaction()).onErrorComplete());
    }

    private static Mono<Void> closing(Connection connection, Mono<Void> last) {
        var closed = Mono.from(connection.close());
        return last.onErrorResume(failure -> closed.then(Mono.error(failure))).then(closed);
    }

    private static String of(UUID alliance) {
        return "SET LOCAL app.alliance = '" + alliance + "'";
    }

    private static String locals(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting ->
                        "SET LOCAL app.%s = '%s'"
                                .formatted(
                                        name(setting.getKey()),
                                        setting.getValue().replace("'", "''")))
                .collect(Collectors.joining("; "));
    }

    private static String name(String key) {
        if (!key.matches("[a-z_]+")) {
            throw new IllegalArgumentException("a setting's name is lower case letters: " + key);
        }
        return key;
    }
}
