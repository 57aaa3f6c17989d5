package org.commonweal.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.messaging.Rebuild;
import org.commonweal.platform.test.TestJournals;
import org.commonweal.platform.test.TestRelay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All parts that are real: journals, their relay, the broker and this service, whose read models
 * are spoilt and built anew.
 */
@SuppressWarnings("NullAway.Init") // set in @BeforeAll
class RebuildTest extends MoneyTest {

    private static final List<String> TABLES =
            List.of(
                    "standing",
                    "contribution",
                    "ledger_transaction",
                    "ledger_entry",
                    "balance",
                    "thank_you",
                    "pool",
                    "deposit",
                    "executed_decision",
                    "money_transaction",
                    "money_entry",
                    "journal");

    private final UUID firm = id();
    private final UUID otherFirm = id();
    private TestJournals journals;
    private TestRelay relay;

    @Override
    TestDatabase.Migrations[] migrations() {
        return TestJournals.beside(TestDatabase.Migrations.of("recognition"));
    }

    @BeforeAll
    void startTheRelay() {
        journals = new TestJournals(database);
        relay = TestRelay.start(database, TestServers.kafka());
    }

    @AfterAll
    void stopTheRelay() {
        relay.close();
    }

    @Override
    void tell(String type, UUID alliance, UUID subject, Object payload) {
        journals.append(id(), type, alliance, subject, payload);
    }

    @Test
    void what_was_heard_is_built_anew_what_is_own_stays_and_nothing_is_missed() throws Exception {
        var author = member(id(), firm);
        var reader = member(author.alliance(), otherFirm);
        var work = credited(author, reader, "Checklist for data rooms");
        credited(author, reader, "Playbook for first calls");
        submitted(author, id(), "Not answered yet");
        await(() -> hasBalance(author, 2));
        await(() -> hasContributions(author, 3));
        put(reader, "/thanks/" + id(), Map.of("contribution", work, "text", "Two days saved."))
                .expectStatus()
                .isCreated();
        var payer = delegate(author.alliance(), id());
        var pool = pool(payer, delegate(author.alliance(), otherFirm), "EUR", 100);
        var decision = spent(author.alliance(), pool, 60, "EUR", otherFirm);
        await(() -> assertThat(outcome(decision)).contains("DONE"));
        var answers = answers(author);
        var state = state();

        refused("service runs");
        service.close();
        refused("no whole replay");
        assertThat(state()).as("a refusal changes nothing").isEqualTo(state);

        var said = journals.topicSizes(TestServers.kafka());
        TestRelay.replayFor("recognition", database, TestServers.kafka());
        assertThat(journals.topicSizes(TestServers.kafka()))
                .as("nobody else hears of it")
                .containsAllEntriesOf(said);
        spoil();
        // As a rebuild leaves it that was killed in the middle: the service would take nothing in.
        execute("COMMENT ON TABLE recognition.inbox IS 'being built anew'");
        // Known to the journals and to the relay, but neither replayed nor heard yet.
        var late = new Someone(id(), id(), firm, "late-" + id());
        standing(late, "ACTIVE", 1);
        credited(late, reader, "Written while the service was down");

        assertThat(rebuild()).isPositive();
        assertThat(state()).as("all as it was").isEqualTo(state);

        run();
        await(() -> hasBalance(late, 1));
        assertThat(answers(author)).isEqualTo(answers);
        assertThat(count("journal WHERE type = 'recognition.credited.v1'"))
                .as("what was said is not said again")
                .isEqualTo(3);
        assertThat(outcome(decision)).as("nor done again").hasLineCount(1);
        balance(author, pool, 40);
    }

    private UUID credited(Someone author, Someone by, String title) {
        var work = id();
        submitted(author, work, title);
        var fact = new TreeMap<String, Object>();
        fact.put("contribution", work);
        fact.put("goal", id());
        fact.put("title", title);
        fact.put("acknowledgement", id());
        fact.put("by", by.person());
        fact.put("byOrganization", by.organization());
        fact.put("author", author.person());
        fact.put("organization", author.organization());
        fact.put("first", true);
        fact.put("submittedAt", "2026-11-20T10:00:00Z");
        fact.put("acknowledgedAt", "2026-11-21T11:30:00Z");
        tell("contribution.acknowledged.v1", author.alliance(), work, fact);
        return work;
    }

    private void submitted(Someone author, UUID work, String title) {
        tell(
                "contribution.submitted.v1",
                author.alliance(),
                work,
                Map.of(
                        "contribution",
                        work,
                        "goal",
                        id(),
                        "kind",
                        "PIECE",
                        "title",
                        title,
                        "author",
                        author.person(),
                        "organization",
                        author.organization(),
                        "acknowledgeBy",
                        "2026-11-26T11:20:00Z"));
    }

    private void hasBalance(Someone someone, int expected) {
        get(someone, "/ledger/mine")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.balance")
                .isEqualTo(expected);
    }

    private void hasContributions(Someone someone, int expected) {
        get(someone, "/health").expectBody().jsonPath("$.all.contributions").isEqualTo(expected);
    }

    private List<String> answers(Someone someone) {
        return List.of("/ledger/mine", "/ledger/group", "/thanks", "/health").stream()
                .map(path ->
                        Objects.requireNonNull(
                                get(someone, path)
                                        .expectStatus()
                                        .isOk()
                                        .expectBody(String.class)
                                        .returnResult()
                                        .getResponseBody()))
                .toList();
    }

    private void refused(String why) {
        assertThatThrownBy(this::rebuild)
                .isInstanceOf(Rebuild.RefusedException.class)
                .hasMessageContaining(why);
    }

    private long rebuild() {
        return Rebuild.readModels(
                RecognitionServiceApplication.class,
                database.jdbcUrl(),
                "commonweal_ddl",
                "commonweal_ddl",
                settings());
    }

    /** What no bug of ours may have done yet. */
    private void spoil() throws SQLException {
        try (var connection = database.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = recognition");
            statement.execute("DELETE FROM balance");
            statement.execute("UPDATE contribution SET title = 'spoilt', acknowledged_at = now()");
            statement.execute("UPDATE standing SET state = 'ENDED', version = 1000000");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, String> state() throws SQLException {
        var state = new TreeMap<String, String>();
        for (var table : TABLES) {
            state.put(
                    table,
                    journals.one(
                            "SELECT string_agg(t::text, E'\\n' ORDER BY t::text)"
                                    + " FROM recognition."
                                    + table
                                    + " t"));
        }
        return state;
    }

    private long count(String rows) throws SQLException {
        return Long.parseLong(journals.one("SELECT count(*) FROM recognition." + rows));
    }
}
