package org.commonweal.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.test.Canaries;
import org.junit.jupiter.api.Test;

/**
 * The words of thanks go with who gave them, the titles of the work when the author asks for it.
 */
class ErasureTest extends RecognitionTest {

    private static final String WORDS = "canary-words-23 were said";
    private static final String TITLE = "canary-title-29 was made";

    @Test
    void the_words_of_thanks_go_and_the_titles_only_when_the_author_asks_for_it() {
        var author = member(id(), id());
        var giver = member(author.alliance(), id());
        var work = id();
        tell(
                "contribution.submitted.v1",
                author.alliance(),
                work,
                Map.of(
                        "contribution",
                        work,
                        "title",
                        TITLE,
                        "author",
                        author.person(),
                        "organization",
                        author.organization()));
        var thanks = Map.of("contribution", work.toString(), "text", WORDS);
        await(() -> put(giver, "/thanks/" + id(), thanks).expectStatus().isCreated());
        var canaries = new Canaries(database, "recognition");
        assertThat(canaries.in(WORDS, TITLE))
                .contains("thank_you: " + WORDS, "contribution: " + TITLE, "journal: " + TITLE);

        erased(author.alliance(), giver.person(), "ERASE");
        await(() -> assertThat(canaries.in(WORDS, giver.subject())).isEmpty());
        assertThat(canaries.in(TITLE)).as("it is the work of another").isNotEmpty();
        get(giver, "/ledger/mine").expectStatus().isNotFound();
        get(author, "/thanks?to=" + author.person())
                .expectBody()
                .jsonPath("$.items[0].text")
                .isEqualTo("(erased)");

        erased(author.alliance(), author.person(), "KEEP");
        await(() -> assertThat(canaries.in(author.subject())).isEmpty());
        assertThat(canaries.in(TITLE)).isNotEmpty();
        erased(author.alliance(), author.person(), "ERASE");
        await(() -> assertThat(canaries.in(TITLE)).isEmpty());
    }

    private void erased(UUID alliance, UUID person, String work) {
        tell(
                "membership.person-erased.v1",
                alliance,
                person,
                Map.of("person", person, "work", work));
    }
}
