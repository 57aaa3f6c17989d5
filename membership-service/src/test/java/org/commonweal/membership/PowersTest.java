package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What the members have taken over, no delegate does directly any more (claims B4, D20). */
class PowersTest extends DecidedTest {

    @Test
    void enrolling_moves_from_delegates_to_members_and_back_as_the_rulebook_says() {
        var house = new Firm("powers");
        var delegate = house.member("Ada Delegate");
        var left = new Firm("powers-left");
        var first = left.member("Bo First");
        put(first, left.path("/exit"), "{\"people\":1}").expectStatus().isOk();
        rules(1, id(), "DELEGATE", null);
        enrolled(delegate);

        var decision = id();
        rules(3, decision, "BALLOT", null);
        rules(3, decision, "BALLOT", null);
        rules(2, id(), "DELEGATE", null);
        for (var person : new Someone[] {founder, delegate}) {
            enrol(person)
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:commonweal:refusal:decided-by-members")
                    .jsonPath("$.detail")
                    .value(detail ->
                            assertThat(String.valueOf(detail)).contains("The firms admit firms"))
                    .jsonPath("$.allowed.decision")
                    .isEqualTo("/api/alliances/%s/proposals/%s".formatted(alliance, decision))
                    .jsonPath("$.allowed.propose")
                    .isEqualTo("/api/alliances/%s/proposals".formatted(alliance));
            refused(person, left.path("/return"), "{}", "decided-by-members");
        }

        rules(4, id(), "SPONSOR", null);
        refused(delegate, left.path("/return"), "{}", "decided-by-sponsor");
        enrol(delegate)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:decided-by-sponsor");
        enrolled(founder);
        put(founder, left.path("/return"), "{}").expectStatus().isOk();

        rules(5, id(), "DELEGATE", null);
        enrolled(delegate);
    }

    @Test
    void no_delegate_makes_an_organization_the_sponsor() {
        var delegate = new Firm("sponsoring").member("Sol Delegate");
        for (var person : new Someone[] {founder, delegate}) {
            var refused = id();
            enrol(person, refused, "SPONSOR")
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:commonweal:refusal:sponsor-not-enrolled");
            get(person, "/organizations/" + refused).expectStatus().isNotFound();
        }
    }

    private void enrolled(Someone person) {
        enrol(person).expectStatus().isCreated();
    }

    private ResponseSpec enrol(Someone person) {
        return enrol(person, id(), "FIRM");
    }

    private ResponseSpec enrol(Someone person, UUID organization, String role) {
        return put(
                person,
                "/organizations/" + organization,
                """
                {"name":"X LLP","shortName":"X","colour":"#000000","mailDomains":[],
                 "role":"%s"}\
                """
                        .formatted(role));
    }
}
