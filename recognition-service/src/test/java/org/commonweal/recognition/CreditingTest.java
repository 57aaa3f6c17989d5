package org.commonweal.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.Test;

/** From an acknowledgement to credit, over the broker and on the real database. */
class CreditingTest extends RecognitionTest {

    private static final String AT = "2026-11-20T10:00:00Z";
    private static final String LATER = "2026-11-21T11:30:00Z";

    private final UUID own = id();
    private final UUID other = id();

    @Test
    void the_author_is_credited_at_once_and_the_group_with_the_author() {
        var author = member(id(), own);
        var reader = member(author.alliance(), other);
        var work = id();
        acknowledge(author, work, "Playbook for first calls", reader, true);
        await(() -> balance(author, "/ledger/mine", 1));
        get(author, "/ledger/mine")
                .expectBody()
                .jsonPath("$.unit")
                .isEqualTo("credit")
                .jsonPath("$.entries.length()")
                .isEqualTo(1)
                .jsonPath("$.entries[0].amount")
                .isEqualTo(1)
                .jsonPath("$.entries[0].contribution")
                .isEqualTo(work.toString())
                .jsonPath("$.entries[0].title")
                .isEqualTo("Playbook for first calls")
                .jsonPath("$.entries[0].organization")
                .isEqualTo(own.toString())
                .jsonPath("$.entries[0].by")
                .isEqualTo(reader.person().toString())
                .jsonPath("$.entries[0].at")
                .isEqualTo(LATER)
                .jsonPath("$.next")
                .isEmpty();
        balance(reader, "/ledger/mine", 0);
        balance(reader, "/ledger/group", 1);
        get(reader, "/ledger/group")
                .expectBody()
                .jsonPath("$.organizations[0].organization")
                .isEqualTo(own.toString())
                .jsonPath("$.organizations[0].amount")
                .isEqualTo(1)
                .jsonPath("$.entries[0].contribution")
                .isEqualTo(work.toString());
    }

    @Test
    void duplicates_and_disorder_credit_exactly_once() throws SQLException {
        var author = member(id(), own);
        var reader = member(author.alliance(), other);
        var chance = new Random(20_261_123);
        var sends = new ArrayList<Runnable>();
        for (var i = 0; i < 60; i++) {
            var work = id();
            var first = id();
            var second = id();
            var title = "Work " + i;
            for (var again = 0; again < 3; again++) {
                sends.add(() -> submit(author, work, title));
                sends.add(() -> acknowledge(first, author, work, title, reader, true));
                sends.add(() -> acknowledge(second, author, work, title, reader, false));
            }
        }
        Collections.shuffle(sends, chance);
        sends.forEach(Runnable::run);
        acknowledge(author, id(), "The last one", reader, true);
        await(() -> balance(author, "/ledger/mine", 61));
        balance(author, "/ledger/group", 61);
        assertThat(number(author, "SELECT count(*) FROM ledger_transaction")).isEqualTo(61);
        assertThat(number(author, "SELECT count(*) FROM ledger_entry")).isEqualTo(183);
        assertThat(
                        number(
                                author,
                                "SELECT count(*) FROM journal"
                                        + " WHERE type = 'recognition.credited.v1'"))
                .isEqualTo(61);
        balancesEqualTheFold(author);
    }

    @Test
    void a_later_employer_changes_nothing_of_what_was_credited() {
        var author = member(id(), own);
        var reader = member(author.alliance(), other);
        acknowledge(author, id(), "For the old firm", reader, true);
        await(() -> balance(author, "/ledger/mine", 1));
        var moved = new Someone(author.alliance(), author.person(), id(), author.subject());
        standing(moved, "ACTIVE", 2);
        acknowledge(moved, id(), "For the new firm", reader, true);
        await(() -> balance(author, "/ledger/mine", 2));
        get(author, "/ledger/group")
                .expectBody()
                .jsonPath("$.organizations[?(@.organization == '%s')].amount".formatted(own))
                .isEqualTo(1)
                .jsonPath(
                        "$.organizations[?(@.organization == '%s')].amount"
                                .formatted(moved.organization()))
                .isEqualTo(1);
    }

    @Test
    void an_imported_acknowledgement_by_another_credits_an_unclaimed_person_without_live_news()
            throws SQLException {
        var member = member(id(), own);
        var work = id();
        var unclaimed = id();
        for (var first : List.of(true, false)) {
            var fact = new LinkedHashMap<String, Object>();
            fact.put("acknowledgement", id());
            fact.put("contribution", work);
            fact.put("kind", "reviewed");
            fact.put("by", id());
            fact.put("byOrganization", other);
            fact.put("at", LATER);
            fact.put("author", unclaimed);
            fact.put("organization", own);
            fact.put("writtenAt", AT);
            fact.put("title", "net: fix the queue limit");
            fact.put("firstByAnother", first);
            bus.send("contribution.acknowledgement-imported.v1", member.alliance(), work, fact);
        }
        await(() -> balance(member, "/ledger/group", 1));
        assertThat(
                        number(
                                member,
                                "SELECT sum(amount) FROM balance WHERE holder_id = '%s'"
                                        .formatted(unclaimed)))
                .isEqualTo(1);
        assertThat(number(member, "SELECT count(*) FROM journal WHERE type LIKE '%credited%'"))
                .isZero();
        assertThat(
                        number(
                                member,
                                "SELECT count(*) FROM journal"
                                        + " WHERE type = 'recognition.credit-imported.v1'"))
                .isEqualTo(1);
    }

    @Test
    void a_poisoned_event_is_set_aside_and_its_neighbours_are_kept() {
        var author = member(id(), own);
        var reader = member(author.alliance(), other);
        acknowledge(author, id(), "Before", reader, true);
        var poison =
                bus.send(
                        "contribution.acknowledged.v1",
                        author.alliance(),
                        id(),
                        Map.of("contribution", "not an id"));
        acknowledge(author, id(), "After", reader, true);
        await(() -> balance(author, "/ledger/mine", 2));
        try (var letters =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                TestServers.kafka(),
                                "group.id",
                                "test-" + poison,
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            letters.subscribe(List.of("commonweal.dead-letters.recognition"));
            var seen = new ArrayList<String>();
            await(() -> {
                for (var letter : letters.poll(Duration.ofMillis(200))) {
                    seen.add(new String(letter.headers().lastHeader("ce_id").value(), UTF_8));
                }
                assertThat(seen).containsOnlyOnce(poison.toString());
            });
        }
    }

    @Test
    void entries_cannot_be_changed_nor_be_unbalanced() throws SQLException {
        var author = member(id(), own);
        acknowledge(author, id(), "Kept for ever", member(author.alliance(), other), true);
        await(() -> balance(author, "/ledger/mine", 1));
        for (var table : List.of("ledger_entry", "ledger_transaction")) {
            assertThatThrownBy(() -> number(author, "DELETE FROM " + table + " RETURNING 1"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(
                            () -> number(author, "UPDATE " + table + " SET at = now() RETURNING 1"))
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() ->
                        number(
                                author,
                                """
                                INSERT INTO ledger_entry
                                SELECT alliance_id, transaction_id, 'PERSON',
                                       transaction_id, unit, organization_id, 1, at
                                FROM ledger_entry WHERE account = 'PERSON' RETURNING 1\
                                """))
                .hasMessageContaining("not balanced");
        balancesEqualTheFold(author);
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        var author = member(id(), own);
        var reader = member(author.alliance(), other);
        for (var i = 0; i < 7; i++) {
            acknowledge(author, id(), "Work " + i, reader, true);
        }
        await(() -> balance(author, "/ledger/mine", 7));
        var seen = new ArrayList<UUID>();
        String next = null;
        do {
            var path = "/ledger/mine?limit=3" + (next == null ? "" : "&cursor=" + next);
            var page = get(author, path).expectBody(Ledger.class).returnResult().getResponseBody();
            Objects.requireNonNull(page).entries().forEach(entry -> seen.add(entry.transaction()));
            next = page.next();
        } while (next != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    private void balance(Someone someone, String ledger, int expected) {
        get(someone, ledger)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.balance")
                .isEqualTo(expected);
    }

    private void balancesEqualTheFold(Someone someone) throws SQLException {
        assertThat(
                        number(
                                someone,
                                """
                                SELECT count(*) FROM (
                                    SELECT account, holder_id, unit, organization_id, sum(amount)
                                    FROM ledger_entry GROUP BY 1, 2, 3, 4) fold
                                FULL JOIN (
                                    SELECT account, holder_id, unit, organization_id, amount
                                    FROM balance) kept
                                USING (account, holder_id, unit, organization_id)
                                WHERE sum IS DISTINCT FROM amount\
                                """))
                .isZero();
        assertThat(number(someone, "SELECT sum(amount) FROM balance")).isZero();
        assertThat(
                        number(
                                someone,
                                """
                                SELECT count(*) FROM (SELECT FROM ledger_entry
                                    GROUP BY transaction_id, unit HAVING sum(amount) <> 0) t\
                                """))
                .isZero();
    }

    /** As the service's role, inside the alliance. */
    private long number(Someone someone, String query) throws SQLException {
        try (var connection = database.connect("recognition");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL app.alliance = '" + someone.alliance() + "'");
            try (var rows = statement.executeQuery(query)) {
                assertThat(rows.next()).isTrue();
                return rows.getLong(1);
            }
        }
    }

    private void submit(Someone author, UUID work, String title) {
        bus.send(
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
                        LATER));
    }

    private void acknowledge(Someone author, UUID work, String title, Someone by, boolean first) {
        acknowledge(id(), author, work, title, by, first);
    }

    private void acknowledge(
            UUID event, Someone author, UUID work, String title, Someone by, boolean first) {
        var fact = new LinkedHashMap<String, Object>();
        fact.put("contribution", work);
        fact.put("goal", id());
        fact.put("title", title);
        fact.put("acknowledgement", event);
        fact.put("by", by.person());
        fact.put("byOrganization", by.organization());
        fact.put("author", author.person());
        fact.put("organization", author.organization());
        fact.put("first", first);
        fact.put("submittedAt", AT);
        fact.put("acknowledgedAt", LATER);
        bus.send(event, "contribution.acknowledged.v1", author.alliance(), work, fact);
    }

    private record Ledger(List<Line> entries, @org.jspecify.annotations.Nullable String next) {}

    private record Line(UUID transaction) {}
}
