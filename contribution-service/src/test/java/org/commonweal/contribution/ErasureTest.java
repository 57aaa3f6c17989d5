package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.test.Canaries;
import org.commonweal.platform.test.TestBus;
import org.junit.jupiter.api.Test;

/** Reasons and notes go with who gave them, the work when its author asks for it. */
class ErasureTest extends ContributionTest {

    private static final String TITLE = "canary-title-31";
    private static final String REASON = "canary-reason-37 is why not";
    private static final String UNVOTED = "canary-unvoted-43";
    private static final String VOTED = "canary-voted-47";
    private static final String NOTE = "canary-note-41";

    @Test
    void reasons_and_notes_go_and_the_work_only_when_the_author_asks_for_it() {
        var alliance = alliance();
        var author = member(alliance, id());
        var judge = member(alliance, id());
        var goal = goal(alliance, judge.person());
        var declined = submitted(author, goal, TITLE + " one");
        var accepted = submitted(author, goal, TITLE + " two");
        var others = submitted(judge, goal, "of the judge");
        put(
                        judge,
                        "/contributions/" + declined + "/refusals/" + id(),
                        "{\"reason\":\"" + REASON + "\"}")
                .expectStatus()
                .isCreated();
        put(
                        judge,
                        "/contributions/" + accepted + "/acknowledgements/" + id(),
                        "{\"note\":\"" + NOTE + "\"}")
                .expectStatus()
                .isCreated();
        var canaries = new Canaries(database, "contribution");
        tell(
                "contribution.submitted.v1",
                alliance,
                accepted,
                Map.of("contribution", accepted, "title", TITLE + " two", "kind", "PIECE"));
        await(() -> assertThat(canaries.in(TITLE)).contains("activity: " + TITLE));
        assertThat(canaries.in(TITLE, REASON, NOTE))
                .contains("contribution: " + TITLE, "journal: " + TITLE, "need: " + TITLE)
                .contains("refusal: " + REASON, "acknowledgement: " + NOTE);

        erased(alliance, judge.person(), "KEEP");
        await(() -> assertThat(canaries.in(REASON, NOTE, judge.subject())).isEmpty());
        get(judge, "/needed-of-me").expectStatus().isNotFound();
        assertThat(canaries.in(TITLE, "of the judge"))
                .contains("contribution: " + TITLE, "contribution: of the judge");

        erased(alliance, author.person(), "ERASE");
        await(() ->
                assertThat(canaries.in(TITLE, author.subject(), "and how"))
                        .containsExactly("contribution: and how"));
        var reader = member(alliance, id());
        var seen = read(reader, "/contributions/" + accepted);
        assertThat(seen.get("title").asString()).isEqualTo("(erased)");
        assertThat(seen.get("author").asString()).isEqualTo(author.person().toString());
        assertThat(read(reader, "/contributions/" + others).get("title").asString())
                .isEqualTo("of the judge");
    }

    @Test
    void what_activity_tells_of_words_that_nobody_voted_on_goes_with_their_author() {
        var alliance = alliance();
        var author = member(alliance, id());
        var other = member(alliance, id());
        var voted = id();
        for (var one :
                Map.of(
                                "purpose.fork-prepared.v1", "fork",
                                "purpose.wording-proposed.v1", "fix",
                                "purpose.dialogue-opened.v1", "proposal")
                        .entrySet()) {
            var id = id();
            told(author, one.getKey(), one.getValue(), id, UNVOTED);
            if (one.getValue().equals("fix")) {
                told(other, "purpose.wording-challenged.v1", "fix", id, UNVOTED);
            }
        }
        told(author, "purpose.dialogue-opened.v1", "proposal", voted, UNVOTED);
        told(other, "purpose.proposal-opened.v1", "proposal", voted, VOTED);
        told(other, "purpose.fork-prepared.v1", "fork", id(), "of another");
        await(() ->
                assertThat(query(alliance, "SELECT count(*) FROM activity")).containsExactly("7"));
        var canaries = new Canaries(database, "contribution");
        assertThat(canaries.in(UNVOTED)).containsExactly("activity: " + UNVOTED);

        erased(alliance, author.person(), "KEEP");
        await(() -> assertThat(canaries.in(UNVOTED, author.subject())).isEmpty());
        assertThat(canaries.in(VOTED, "of another"))
                .containsExactly("activity: " + VOTED, "activity: of another");
    }

    private void told(Someone by, String type, String link, UUID id, String title) {
        bus.send(
                new TestBus.Fact(
                        id(),
                        type,
                        by.alliance(),
                        id,
                        Instant.now(),
                        Map.of(link, id, "title", title)),
                Map.of(
                        "cw_actor",
                        by.person().toString(),
                        "cw_organization",
                        by.organization().toString()));
    }

    private void erased(UUID alliance, UUID person, String work) {
        tell(
                "membership.person-erased.v1",
                alliance,
                person,
                Map.of("person", person, "work", work));
    }
}
