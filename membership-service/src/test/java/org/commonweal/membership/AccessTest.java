package org.commonweal.membership;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonweal.platform.test.AccessMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.MediaType;

/** Every operation as nobody, with a forged token, from another alliance, and after leaving. */
class AccessTest extends MembershipTest {

    private Someone elsewhere;
    private Someone gone;

    @BeforeAll
    void peopleWithoutStanding() {
        elsewhere = new Someone("elsewhere-sub", "Elsa Where", "elsa@other.example", "");
        http.put()
                .uri("/api/alliances/" + id())
                .headers(headers -> headers.setBearerAuth(token(elsewhere)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(founding("another-alliance", id()))
                .exchange()
                .expectStatus()
                .isCreated();
        gone = member("Gone Already");
        put(gone, "/people/mine/exit", "{}").expectStatus().isOk();
    }

    /** What each operation accepts; one that is new fails until it is here. */
    private AccessMatrix matrix() {
        var body = new Someone("s", "Some Body", "some@body.example", "");
        return new AccessMatrix(
                "membership-service",
                address,
                Map.ofEntries(
                        entry("foundAlliance", founding("yet-another", id())),
                        entry(
                                "enrolOrganization",
                                """
                                {"name":"X LLP","shortName":"X","colour":"#000000",
                                 "mailDomains":[],"role":"FIRM"}\
                                """),
                        entry("invitePerson", invitation(body, id(), REASON)),
                        entry("acceptInvitation", Map.of("ownInterest", INTEREST)),
                        entry("removeMember", Map.of("reason", "because")),
                        entry("importPeople", "{}\n"),
                        entry(
                                "setFrontDoor",
                                Map.of("version", 0, "open", true, "questions", List.of())),
                        entry(
                                "applyToAlliance",
                                Map.of(
                                        "organization",
                                        id(),
                                        "questionsVersion",
                                        1,
                                        "answers",
                                        List.of())),
                        entry(
                                "decideApplication",
                                Map.of("accepted", true, "reason", REASON, "ask", ASK)),
                        entry(
                                "describeOrganization",
                                Map.of("name", "X LLP", "shortName", "X", "colour", "#000000")),
                        entry("setSeats", Map.of("seats", 7)),
                        entry(
                                "describeLoginProvider",
                                Map.of(
                                        "name",
                                        "X",
                                        "protocol",
                                        "SAML",
                                        "address",
                                        "https://x.example")),
                        entry("setRoles", Map.of("administrator", true, "delegate", true))),
                Map.of("alliance", alliance));
    }

    @TestFactory
    Stream<DynamicTest> nobody_and_forged_tokens_are_told_to_log_in() {
        return matrix().refuses(tokens.bad(founder.subject()), 401, "not-logged-in");
    }

    /**
     * Whoever is logged in may see themselves and what they are invited to, and found an alliance
     * of their own.
     */
    @TestFactory
    Stream<DynamicTest> another_alliance_and_whoever_left_find_nothing() {
        return matrix().refuses(
                        Map.of(
                                "another alliance",
                                token(elsewhere),
                                "who has left",
                                token(gone),
                                "a stranger",
                                token(stranger("Sam Strange"))),
                        404,
                        "not-found",
                        "readMe",
                        "listMyInvitations",
                        "foundAlliance");
    }
}
