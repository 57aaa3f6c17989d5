package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.test.Canaries;
import org.junit.jupiter.api.Test;

/** Drafts and notes of somebody who is erased go; what was decided stays. */
class ErasureTest extends PurposeTest {

    private static final String DRAFTED = "canary-drafted-17";
    private static final String DECIDED = "canary-decided-19";

    @Test
    void drafts_go_with_their_journal_and_what_a_ballot_is_about_stays() {
        var alliance = alliance();
        var canary = delegate(alliance);
        var other = delegate(alliance);
        put(canary, "/purpose/drafts/" + id(), text(DRAFTED)).expectStatus().isCreated();
        var decided = id();
        put(canary, "/purpose/drafts/" + decided, text(DECIDED)).expectStatus().isCreated();
        ballot(canary, decided);
        var kept = id();
        put(other, "/purpose/drafts/" + kept, text("of another")).expectStatus().isCreated();
        var canaries = new Canaries(database, "purpose");
        assertThat(canaries.in(DRAFTED, canary.subject()))
                .contains("purpose: " + DRAFTED, "journal: " + DRAFTED)
                .contains("standing: " + canary.subject());

        erased(alliance, canary.person());
        await(() -> assertThat(canaries.in(DRAFTED, canary.subject())).isEmpty());
        assertThat(canaries.in(DECIDED, "of another"))
                .contains("purpose: " + DECIDED, "journal: " + DECIDED)
                .contains("purpose: of another", "journal: of another");
        sees(canary, 404);
        get(other, "/purpose").expectStatus().isOk();

        erased(id(), other.person());
        erased(alliance, canary.person());
        var last = member(alliance, id());
        get(last, "/purpose").expectStatus().isOk();
        assertThat(canaries.in("of another")).as("erased elsewhere").isNotEmpty();
    }

    @Test
    void what_was_said_of_a_decision_goes_with_who_said_it_and_its_place_stays() {
        var alliance = alliance();
        var canary = delegate(alliance);
        var decided = ballot(canary, "rules", rules("T", Map.of("quorumPerMillion", 1)));
        adopted(decided, canary);
        state(canary, decided, DRAFTED + " " + STATED, null, null).expectStatus().isOk();
        review(canary, decided, id(), Map.of("finding", "KEPT", "text", DRAFTED))
                .expectStatus()
                .isCreated();
        var canaries = new Canaries(database, "purpose");
        assertThat(canaries.in(DRAFTED)).contains("outcome: " + DRAFTED, "review: " + DRAFTED);
        erased(alliance, canary.person());
        await(() -> assertThat(canaries.in(DRAFTED)).isEmpty());
        assertThat(column(alliance, "SELECT statement FROM outcome")).containsExactly("(erased)");
        assertThat(column(alliance, "SELECT finding FROM review")).containsExactly("KEPT");
    }

    private void erased(UUID alliance, UUID person) {
        bus.send(
                "membership.person-erased.v1",
                alliance,
                person,
                Map.of("person", person, "work", "KEEP"));
    }

    private static Map<String, Object> text(String canary) {
        var text = new HashMap<>(COMPLETE);
        text.replaceAll((field, value) -> field.equals("deadline") ? value : value + " " + canary);
        return text;
    }
}
