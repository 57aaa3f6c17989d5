package org.commonweal.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A thank-you over HTTP, and everything that is refused. */
class ThanksJourneyTest extends RecognitionTest {

    private static final String WORDS = "Your checklist saved our team two days.";

    private final UUID firm = id();
    private final UUID otherFirm = id();

    @Test
    void a_thank_you_names_the_contribution_and_reaches_its_author() throws SQLException {
        var author = member(id(), firm);
        var giver = member(author.alliance(), otherFirm);
        var work = submitted(author, "Checklist for data rooms");
        var thanks = id();
        await(() -> put(giver, "/thanks/" + thanks, words(work, WORDS)).expectStatus().isCreated());
        get(author, "/thanks?to=" + author.person())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(thanks.toString())
                .jsonPath("$.items[0].contribution")
                .isEqualTo(work.toString())
                .jsonPath("$.items[0].title")
                .isEqualTo("Checklist for data rooms")
                .jsonPath("$.items[0].from")
                .isEqualTo(giver.person().toString())
                .jsonPath("$.items[0].fromOrganization")
                .isEqualTo(otherFirm.toString())
                .jsonPath("$.items[0].to")
                .isEqualTo(author.person().toString())
                .jsonPath("$.items[0].text")
                .isEqualTo(WORDS)
                .jsonPath("$.next")
                .isEmpty();
        try (var statement = database.connect("relay").createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT actor, organization, payload->>'to', payload->>'contribution',
                                       payload ? 'text'
                                FROM recognition.journal WHERE id = '%s'\
                                """
                                        .formatted(thanks))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo(giver.person().toString());
            assertThat(rows.getString(2)).isEqualTo(otherFirm.toString());
            assertThat(rows.getString(3)).isEqualTo(author.person().toString());
            assertThat(rows.getString(4)).isEqualTo(work.toString());
            assertThat(rows.getBoolean(5)).as("the text stays here").isFalse();
        }
    }

    @Test
    void the_same_thank_you_again_is_the_same_and_another_under_its_id_is_refused() {
        var author = member(id(), firm);
        var giver = member(author.alliance(), otherFirm);
        var work = submitted(author, "Glossary of deal terms");
        var path = "/thanks/" + id();
        await(() -> put(giver, path, words(work, WORDS)).expectStatus().is2xxSuccessful());
        put(giver, path, words(work, WORDS))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo(WORDS);
        refused(put(giver, path, words(work, "Something else")), 409, "id-taken");
        var colleague = member(author.alliance(), otherFirm);
        refused(put(colleague, path, words(work, WORDS)), 409, "id-taken");
        get(giver, "/thanks").expectBody().jsonPath("$.items.length()").isEqualTo(1);
    }

    @Test
    void nobody_thanks_oneself_nor_for_what_is_not_known() {
        var author = member(id(), firm);
        var giver = member(author.alliance(), otherFirm);
        var work = submitted(author, "Clause on conflicts of interest");
        await(() ->
                refused(put(author, "/thanks/" + id(), words(work, WORDS)), 403, "thanks-to-self"));
        refused(put(giver, "/thanks/" + id(), words(id(), WORDS)), 422, "contribution-unknown");
        var foreign = submitted(member(id(), firm), "Of another alliance");
        refused(put(giver, "/thanks/" + id(), words(foreign, WORDS)), 422, "contribution-unknown");
    }

    @Test
    void what_is_not_readable_is_refused_with_its_place() {
        var giver = member(id(), firm);
        refused(put(giver, "/thanks/" + id(), words(id(), "x".repeat(501))), 400, "not-readable")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/text");
        refused(put(giver, "/thanks/" + id(), words(id(), "  ")), 400, "not-readable");
        refused(put(giver, "/thanks/" + id(), Map.of("text", WORDS)), 400, "not-readable");
        refused(put(giver, "/thanks/" + new UUID(1, 1), words(id(), WORDS)), 400, "id-not-uuidv7");
        get(giver, "/thanks?limit=201").expectStatus().isBadRequest();
        get(giver, "/thanks?cursor=made-up").expectStatus().isBadRequest();
    }

    @Test
    void pages_of_thanks_follow_one_another_and_filters_hold() {
        var author = member(id(), firm);
        var giver = member(author.alliance(), otherFirm);
        var work = submitted(author, "Playbook");
        var other = submitted(author, "Another one");
        await(() -> put(giver, "/thanks/" + id(), words(other, WORDS)).expectStatus().isCreated());
        for (var i = 0; i < 5; i++) {
            put(giver, "/thanks/" + id(), words(work, WORDS + i)).expectStatus().isCreated();
        }
        var texts = new ArrayList<String>();
        String next = null;
        do {
            var path = "/thanks?limit=2&contribution=" + work;
            var page =
                    Objects.requireNonNull(
                            get(giver, next == null ? path : path + "&cursor=" + next)
                                    .expectBody(Thanks.class)
                                    .returnResult()
                                    .getResponseBody());
            page.items().forEach(item -> texts.add(item.text()));
            next = page.next();
        } while (next != null);
        assertThat(texts).containsExactly(WORDS + 4, WORDS + 3, WORDS + 2, WORDS + 1, WORDS + 0);
    }

    /** Claim E3: one person, a login of each firm. */
    @Test
    void who_works_for_two_firms_thanks_for_that_of_the_login_and_never_the_own_work() {
        var author = member(id(), firm);
        var giver = member(author.alliance(), id());
        var second =
                new Someone(
                        giver.alliance(), giver.person(), otherFirm, giver.subject() + "-besides");
        standing(second, "ACTIVE", 2);
        await(() -> get(second, "/ledger/mine").expectStatus().isOk());
        get(giver, "/ledger/mine").expectStatus().isOk();
        var own = submitted(giver, "Given at home");
        var work = submitted(author, "Checklist for two");
        await(() ->
                put(second, "/thanks/" + id(), words(work, WORDS))
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .jsonPath("$.from")
                        .isEqualTo(giver.person().toString())
                        .jsonPath("$.fromOrganization")
                        .isEqualTo(otherFirm.toString()));
        await(() ->
                put(second, "/thanks/" + id(), words(own, WORDS))
                        .expectStatus()
                        .isForbidden()
                        .expectBody()
                        .jsonPath("$.type")
                        .isEqualTo("urn:commonweal:refusal:thanks-to-self"));
    }

    private UUID submitted(Someone author, String title) {
        var work = id();
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
                        "2026-11-26T11:20:00Z"));
        return work;
    }

    private static Map<String, Object> words(UUID contribution, String text) {
        return Map.of("contribution", contribution, "text", text);
    }

    private record Thanks(java.util.List<Item> items, @Nullable String next) {}

    private record Item(String text) {}
}
