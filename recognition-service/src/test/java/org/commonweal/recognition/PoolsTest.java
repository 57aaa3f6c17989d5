package org.commonweal.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;

/** Money is written down by who pays and counts when another has confirmed it (claim A11). */
class PoolsTest extends MoneyTest {

    @Test
    void a_pool_and_what_is_put_into_it_count_when_another_firm_has_confirmed_them() {
        var payer = delegate(id(), id());
        var other = delegate(payer.alliance(), id());
        var reader = member(payer.alliance(), id());
        var pool = id();
        var body = Map.of("name", " Seed money ", "currency", "EUR");
        put(payer, "/pools/" + pool, body)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Seed money")
                .jsonPath("$.state")
                .isEqualTo("RECORDED");
        put(payer, "/pools/" + pool, body).expectStatus().isOk();
        put(payer, "/pools/" + pool, Map.of("name", "Another", "currency", "EUR"))
                .expectStatus()
                .isEqualTo(409);
        refused(
                put(payer, "/pools/" + pool + "/deposits/" + id(), Map.of("amountMinor", 100)),
                409,
                "pool-not-open");
        var key = id();
        for (var sent = 0; sent < 2; sent++) {
            act(other, "/pools/" + pool + "/confirmation", key)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("CONFIRMED")
                    .jsonPath("$.confirmedBy")
                    .isEqualTo(other.organization().toString());
        }
        var deposit = recorded(payer, pool, 250_000);
        get(reader, "/pools/" + pool)
                .expectBody()
                .jsonPath("$.balanceMinor")
                .isEqualTo(0)
                .jsonPath("$.waitingMinor")
                .isEqualTo(250_000);
        act(other, "/pools/" + pool + "/deposits/" + deposit + "/confirmation")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.balanceMinor")
                .isEqualTo(250_000)
                .jsonPath("$.waitingMinor")
                .isEqualTo(0);
        refused(
                act(other, "/pools/" + pool + "/deposits/" + deposit + "/confirmation"),
                409,
                "entry-not-waiting");
        get(reader, "/pools/" + pool + "/movements")
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(deposit.toString())
                .jsonPath("$.items[0].amountMinor")
                .isEqualTo(250_000)
                .jsonPath("$.items[0].organization")
                .isEqualTo(payer.organization().toString())
                .jsonPath("$.items[0].confirmedBy")
                .isEqualTo(other.organization().toString());
        get(reader, "/pools").expectBody().jsonPath("$.items[0].id").isEqualTo(pool.toString());
        assertThat(difference()).isEqualTo("0");
    }

    @Test
    void nobody_confirms_the_own_nor_the_own_firms_and_only_the_own_firm_takes_it_back() {
        var payer = delegate(id(), id());
        var colleague = delegate(payer.alliance(), payer.organization());
        var plain = member(payer.alliance(), payer.organization());
        var other = delegate(payer.alliance(), id());
        var outsider = member(payer.alliance(), id());
        var pool = id();
        var body = Map.of("name", "Seed money", "currency", "EUR");
        refused(put(plain, "/pools/" + id(), body), 403, "not-a-delegate");
        put(payer, "/pools/" + pool, body).expectStatus().isCreated();
        for (var own : new Someone[] {payer, colleague}) {
            refused(act(own, "/pools/" + pool + "/confirmation"), 403, "own-entry");
        }
        refused(act(outsider, "/pools/" + pool + "/confirmation"), 403, "not-a-delegate");
        refused(act(other, "/pools/" + pool + "/withdrawal"), 403, "other-firm");
        refused(act(plain, "/pools/" + pool + "/withdrawal"), 403, "not-a-delegate");
        act(other, "/pools/" + pool + "/confirmation").expectStatus().isOk();
        refused(act(payer, "/pools/" + pool + "/withdrawal"), 409, "entry-not-waiting");
        var deposit = recorded(payer, pool, 7);
        var path = "/pools/" + pool + "/deposits/" + deposit;
        for (var own : new Someone[] {payer, colleague}) {
            refused(act(own, path + "/confirmation"), 403, "own-entry");
        }
        refused(act(other, path + "/withdrawal"), 403, "other-firm");
        act(colleague, path + "/withdrawal").expectStatus().isOk();
        refused(act(other, path + "/confirmation"), 409, "entry-not-waiting");
        balance(payer, pool, 0);
        assertThat(difference()).isEqualTo("0");
    }

    @Test
    void what_a_firm_that_is_gone_wrote_down_is_not_confirmed_and_anybody_takes_it_back() {
        var payer = delegate(id(), id());
        var other = delegate(payer.alliance(), id());
        var plain = member(payer.alliance(), id());
        var pool = pool(payer, other, "EUR", 5);
        var deposit = recorded(payer, pool, 7);
        standing(payer, "ENDED", 2);
        await(() -> get(payer, "/ledger/mine").expectStatus().isNotFound());
        var path = "/pools/" + pool + "/deposits/" + deposit;
        refused(act(other, path + "/confirmation"), 409, "firm-gone");
        refused(act(plain, path + "/withdrawal"), 403, "not-a-delegate");
        act(other, path + "/withdrawal").expectStatus().isOk();
        refused(act(other, path + "/confirmation"), 409, "entry-not-waiting");
        balance(other, pool, 5);
    }

    @Test
    void of_two_who_confirm_at_the_same_moment_one_does_and_the_other_hears_why_not() {
        var payer = delegate(id(), id());
        var first = delegate(payer.alliance(), id());
        var second = delegate(payer.alliance(), id());
        var pool = pool(payer, first, "EUR", 0);
        for (var round = 0; round < 5; round++) {
            var path = "/pools/" + pool + "/deposits/" + recorded(payer, pool, 1) + "/confirmation";
            var codes =
                    Stream.of(first, second)
                            .parallel()
                            .map(who -> act(who, path).returnResult(String.class).getStatus())
                            .map(HttpStatusCode::value)
                            .toList();
            assertThat(codes).containsExactlyInAnyOrder(200, 409);
        }
        balance(payer, pool, 5);
        assertThat(difference()).isEqualTo("0");
    }

    /** Claim E3: with a login of a second firm the same person is still the author. */
    @Test
    void who_works_for_two_firms_does_not_confirm_what_they_wrote_down_for_one() {
        var payer = delegate(id(), id());
        var besides =
                new Someone(payer.alliance(), payer.person(), id(), payer.subject() + "-besides");
        standing(besides, "MEMBER", "ACTIVE", 2, true);
        await(() -> get(besides, "/pools").expectStatus().isOk());
        var pool = id();
        put(payer, "/pools/" + pool, Map.of("name", "Seed money", "currency", "EUR"))
                .expectStatus()
                .isCreated();
        refused(act(besides, "/pools/" + pool + "/confirmation"), 403, "own-entry");
    }

    @Test
    void another_alliance_and_who_has_left_find_no_pool() {
        var payer = delegate(id(), id());
        var other = delegate(payer.alliance(), id());
        var pool = pool(payer, other, "EUR", 0);
        var elsewhere = delegate(id(), id());
        var there =
                new Someone(
                        payer.alliance(),
                        elsewhere.person(),
                        elsewhere.organization(),
                        elsewhere.subject());
        var revoked = delegate(payer.alliance(), id());
        standing(revoked, "ENDED", 2);
        await(() -> get(revoked, "/ledger/mine").expectStatus().isNotFound());
        for (var nobody : new Someone[] {there, revoked}) {
            get(nobody, "/pools").expectStatus().isNotFound();
            get(nobody, "/pools/" + pool).expectStatus().isNotFound();
            get(nobody, "/pools/" + pool + "/movements").expectStatus().isNotFound();
            act(nobody, "/pools/" + pool + "/confirmation").expectStatus().isNotFound();
            put(nobody, "/pools/" + pool + "/deposits/" + id(), Map.of("amountMinor", 1))
                    .expectStatus()
                    .isNotFound();
        }
        get(elsewhere, "/pools/" + pool).expectStatus().isNotFound();
        get(elsewhere, "/pools").expectBody().jsonPath("$.items.length()").isEqualTo(0);
        put(payer, "/pools/" + id() + "/deposits/" + id(), Map.of("amountMinor", 1))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void hours_are_no_currency_and_an_amount_is_more_than_nothing() {
        var payer = delegate(id(), id());
        var other = delegate(payer.alliance(), id());
        for (var unit : new String[] {"hours", "h", "eur", "CREDIT", ""}) {
            put(payer, "/pools/" + id(), Map.of("name", "Time", "currency", unit))
                    .expectStatus()
                    .isBadRequest();
        }
        var pool = pool(payer, other, "EUR", 0);
        for (var amount : new long[] {0, -1, 1_000_000_000_001L}) {
            put(payer, "/pools/" + pool + "/deposits/" + id(), Map.of("amountMinor", amount))
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void the_database_refuses_what_is_not_balanced_and_what_its_author_confirms() {
        var payer = delegate(id(), id());
        var pool = pool(payer, delegate(payer.alliance(), id()), "EUR", 5);
        assertThatThrownBy(() ->
                        one(
                                """
                                1 FROM (SELECT set_config('search_path', 'recognition', false)) s;
                                UPDATE pool SET confirmed_by = recorded_by WHERE id = '%s'\
                                """
                                        .formatted(pool)))
                .hasMessageContaining("check");
        assertThatThrownBy(() ->
                        one(
                                """
                                1;
                                INSERT INTO recognition.money_entry
                                SELECT alliance_id, transaction_id, 'PERSON', holder_id, 'EUR', 1, at
                                FROM recognition.money_entry\
                                """))
                .hasMessageContaining("not balanced");
    }
}
