package org.commonweal.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request goes on only after its question, which is asked where its first statement is. */
@SuppressWarnings("NullAway.Init") // set in @BeforeAll
class FirstQuestionTest {

    private static final String SERVICE = "contribution";
    private static final UUID HERE = UUID.fromString("019ab87d-30de-75be-acef-ff8134f76a14");
    private static final UUID ELSEWHERE = UUID.fromString("019ab87d-30de-75be-acef-ff8134f76a15");

    private static TestDatabase server;
    private static ScopedDatabase database;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void create() {
        server = TestDatabase.create(Migrations.of(SERVICE, "classpath:db/platform"));
        database =
                new ScopedDatabase(Scoped.connections(server, SERVICE), ObservationRegistry.NOOP);
    }

    @AfterAll
    static void drop() {
        server.close();
    }

    @Test
    void it_is_asked_once_in_the_transaction_of_the_first_work() {
        request(this::yes, act(HERE).then(act(HERE))).block();

        assertThat(done).hasSize(2).doesNotHaveDuplicates();
        assertThat(asked).containsExactly(done.getFirst());
    }

    @Test
    void whoever_is_refused_does_nothing_however_often_it_is_tried() {
        var twice =
                act(HERE)
                        .onErrorComplete()
                        .then(act(ELSEWHERE).onErrorComplete())
                        .then(database.inRegistry(Map.of(), this::doIt).onErrorComplete())
                        .then(several(HERE));

        assertThatThrownBy(request(this::no, twice)::block).hasMessage("no");
        assertThat(asked).hasSize(4);
        assertThat(done).isEmpty();
    }

    @Test
    void work_in_another_scope_waits_for_the_answer_of_its_alliance() {
        request(this::yes, act(ELSEWHERE)).block();
        request(this::yes, database.inRegistry(Map.of("issuer", "x"), this::doIt)).block();
        request(this::yes, several(HERE)).block();

        assertThat(asked).hasSize(3).allMatch(where -> where.endsWith(HERE.toString()));
        assertThat(done).hasSize(3).doesNotContainAnyElementsOf(asked);
    }

    @Test
    void what_is_done_side_by_side_asks_until_there_is_an_answer() {
        request(this::yes, Mono.when(act(HERE), act(HERE), act(ELSEWHERE))).block();

        assertThat(asked).isNotEmpty();
        assertThat(done).hasSize(3);
    }

    @Test
    void a_request_without_a_question_goes_on_and_a_question_without_a_request_does_not() {
        act(HERE).contextWrite(FirstQuestion::placedIn).block();

        assertThat(done).hasSize(1);
        assertThatThrownBy(FirstQuestion.ask(HERE, this::yes)::block)
                .isInstanceOf(NoSuchElementException.class);
    }

    private static Mono<Void> request(Function<DatabaseClient, Mono<Void>> question, Mono<?> work) {
        return FirstQuestion.ask(HERE, question)
                .then(work)
                .then()
                .contextWrite(FirstQuestion::placedIn);
    }

    private Mono<Void> yes(DatabaseClient sql) {
        return where(sql).doOnNext(asked::add).then();
    }

    private Mono<Void> no(DatabaseClient sql) {
        return yes(sql).then(Mono.error(new IllegalStateException("no")));
    }

    private Mono<String> act(UUID alliance) {
        return database.inAlliance(alliance, this::doIt);
    }

    private Mono<Void> several(UUID alliance) {
        return database.manyInAlliance(alliance, sql -> Flux.from(doIt(sql))).then();
    }

    private Mono<String> doIt(DatabaseClient sql) {
        return where(sql).doOnNext(done::add);
    }

    /** Which transaction, of which alliance. */
    private static Mono<String> where(DatabaseClient sql) {
        return sql.sql(
                        """
                        SELECT pg_current_xact_id() || ' ' ||
                            coalesce(current_setting('app.alliance', true), '')\
                        """)
                .mapValue(String.class)
                .one();
    }
}
