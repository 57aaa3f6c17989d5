package org.commonweal.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.test.AccessMatrix;
import org.commonweal.recognition.domain.ParticipantClass;
import org.commonweal.recognition.domain.ParticipantClass.Right;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Thanks and credit of experts, customers and guests (claim A8). */
class ParticipantClassesTest extends RecognitionTest {

    private final UUID firm = id();
    private final UUID otherFirm = id();

    @TestFactory
    Stream<DynamicTest> a_guest_finds_nothing_here() {
        var guest = member(id(), firm);
        standing(guest, "GUEST", "GUEST", 2);
        await(() -> get(guest, "/health").expectStatus().isNotFound());
        return new AccessMatrix(
                        "recognition-service",
                        address(),
                        Map.of(
                                "giveThanks",
                                Map.of("contribution", id(), "text", "Thank you."),
                                "openPool",
                                Map.of("name", "Seed money", "currency", "EUR"),
                                "recordDeposit",
                                Map.of("amountMinor", 100)),
                        Map.of("alliance", guest.alliance()))
                .refuses(
                        Map.of("a guest", tokens.of(guest.subject())),
                        404,
                        "not-found",
                        "exportMyData");
    }

    @Test
    void a_guest_s_work_is_credited_to_the_person_and_the_firm_they_came_for() {
        var reader = member(id(), otherFirm);
        var guest = new Someone(reader.alliance(), id(), firm, "guest-of-" + firm);
        standing(guest, "GUEST", "GUEST", 1);
        acknowledged(guest, id(), "From outside", reader);
        await(() ->
                get(reader, "/ledger/group")
                        .expectBody()
                        .jsonPath("$.organizations[0].organization")
                        .isEqualTo(firm.toString()));
        standing(guest, "MEMBER", "ACTIVE", 2);
        await(() ->
                get(guest, "/ledger/mine")
                        .expectBody()
                        .jsonPath("$.entries[0].title")
                        .isEqualTo("From outside"));
    }

    @Test
    void a_customer_thanks_for_what_came_of_it_and_an_expert_for_all() {
        var author = member(id(), firm);
        var giver = member(author.alliance(), otherFirm);
        var expert = as(author.alliance(), "EXPERT");
        var customer = as(author.alliance(), "CUSTOMER");
        var open = submitted(author, "Nobody has answered");
        var done = id();
        acknowledged(author, done, "In use", giver);
        await(() -> thanks(expert, open).expectStatus().isCreated());
        await(() -> thanks(customer, done).expectStatus().isCreated());
        refused(thanks(customer, open), 422, "contribution-unknown");
        get(expert, "/thanks").expectBody().jsonPath("$.items.length()").isEqualTo(2);
        get(customer, "/thanks")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].title")
                .isEqualTo("In use");
    }

    @Test
    void the_table_gives_a_guest_nothing() {
        assertThat(Stream.of(Right.values()).filter(ParticipantClass.GUEST::may)).isEmpty();
        assertThat(Stream.of(ParticipantClass.values()).filter(as -> as.may(Right.THANK_FOR_ALL)))
                .containsExactly(ParticipantClass.MEMBER, ParticipantClass.EXPERT);
    }

    private Someone as(UUID alliance, String participantClass) {
        var someone = new Someone(alliance, id(), id(), participantClass + "-of-" + alliance);
        standing(someone, participantClass, "ACTIVE", 1);
        await(() -> get(someone, "/ledger/mine").expectStatus().isOk());
        return someone;
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec thanks(
            Someone giver, UUID work) {
        return put(giver, "/thanks/" + id(), Map.of("contribution", work, "text", "It helped us."));
    }

    private UUID submitted(Someone author, String title) {
        var work = id();
        tell("contribution.submitted.v1", author.alliance(), work, work(author, work, title));
        return work;
    }

    private void acknowledged(Someone author, UUID work, String title, Someone by) {
        var fact = new HashMap<String, Object>(work(author, work, title));
        fact.put("acknowledgement", id());
        fact.put("by", by.person());
        fact.put("byOrganization", by.organization());
        fact.put("first", true);
        fact.put("submittedAt", "2026-11-24T11:20:00Z");
        fact.put("acknowledgedAt", "2026-11-25T11:20:00Z");
        tell("contribution.acknowledged.v1", author.alliance(), work, fact);
    }

    private static Map<String, Object> work(Someone author, UUID work, String title) {
        return Map.of(
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
                "2026-11-26T11:20:00Z");
    }
}
