package org.commonweal.membership;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.commonweal.platform.test.AccessMatrix;
import org.commonweal.platform.test.AccessTable;
import org.commonweal.platform.test.AccessTable.Principal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.MediaType;

/** Every operation as nobody, with a forged token, from another alliance, and after leaving. */
class AccessTest extends DecidedTest {

    private UUID other;
    private Someone elsewhere;
    private Someone memberElsewhere;
    private Someone first;
    private Someone gone;
    private Someone guest;

    @BeforeAll
    void peopleWithoutStanding() {
        elsewhere = new Someone("elsewhere-sub", "Elsa Where", "elsa@other.example", "");
        other = id();
        var organization = id();
        at(other, elsewhere, "", founding("another-alliance", organization), id());
        memberElsewhere = new Someone("member-elsewhere", "Mel Se", "mel@aurelia.example", "");
        var invitation = id();
        var words = invitation(memberElsewhere, organization, REASON);
        at(other, elsewhere, "/invitations/" + invitation, words, invitation);
        var yes = "{\"ownInterest\":\"" + INTEREST + "\"}";
        at(other, memberElsewhere, "/invitations/" + invitation + "/acceptance", yes, id());
        first = member("Freya Lind");
        gone = member("Gone Already");
        put(gone, "/people/mine/exit", "{}").expectStatus().isOk();
        guest = guest("Gus Guest");
    }

    private Someone guest(String name) {
        var person = stranger(name);
        var invitation = id();
        put(
                        founder,
                        "/invitations/" + invitation,
                        invitation(person, firm, REASON + name)
                                .replace("{", "{\"class\":\"GUEST\",\"call\":\"" + id() + "\","))
                .expectStatus()
                .isCreated();
        answer(person, invitation, id()).expectStatus().isCreated();
        return person;
    }

    private static void at(UUID alliance, Someone person, String path, String body, UUID key) {
        http.put()
                .uri("/api/alliances/" + alliance + path)
                .headers(headers -> headers.setBearerAuth(token(person)))
                .header("Idempotency-Key", key.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    /** What each operation accepts; one that is new fails until it is here. */
    private AccessMatrix matrix(Map<String, UUID> things) {
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
                        entry(
                                "writeAgreementVersion",
                                Map.of(
                                        "follows",
                                        0,
                                        "title",
                                        "Accountability",
                                        "text",
                                        "We answer.",
                                        "changes",
                                        "",
                                        "requiredFrom",
                                        "2051-01-01T00:00:00Z",
                                        "afterwards",
                                        "READING")),
                        entry("acceptAgreement", Map.of("version", 1)),
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
                        entry("nameMailDomain", Map.of("name", "matrix.example")),
                        entry("mailToMailDomain", Map.of("mailbox", "ADMIN")),
                        entry("proveMailDomainByCode", Map.of("code", "guessed")),
                        entry("eraseMe", Map.of("confirmation", "not me", "work", "KEEP")),
                        entry(
                                "setMyProfile",
                                Map.of("version", 0, "expertise", List.of(), "byMailOnly", false)),
                        entry("setSeats", Map.of("seats", 7)),
                        entry(
                                "offerMove",
                                Map.of("kind", "SECONDMENT", "person", id(), "reason", REASON)),
                        entry(
                                "nameDeputy",
                                Map.of(
                                        "person",
                                        id(),
                                        "from",
                                        "2026-12-01T00:00:00Z",
                                        "until",
                                        "2026-12-09T00:00:00Z")),
                        entry("proposeMerger", Map.of("from", id(), "into", id(), "people", 1)),
                        entry("acceptMerger", Map.of("people", 1)),
                        entry("acceptMove", Map.of("code", "a-code")),
                        entry("offerRole", Map.of("person", id(), "role", "DELEGATE")),
                        entry("takeOverByNewLogin", Map.of("code", "a-code")),
                        entry("leaveAsFirm", Map.of("people", 1)),
                        entry("wishToStayInTouch", Map.of("wanted", false)),
                        entry("welcomeAlumnus", Map.of("welcomed", true)),
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
                things);
    }

    /** Things of the firm: what is done with them by whom. */
    @TestFactory
    Stream<DynamicTest> ten_kinds_of_people_are_answered_as_the_table_says() {
        var colleague = member("Cora Lee");
        var invited = invited(stranger("Ina Vited"), REASON + " for the table");
        var applicant = stranger("Ada Applicant");
        openTheDoor();
        var application = applied(applicant);
        var seat = offered(colleague, "CONVENER");
        var things =
                Map.ofEntries(
                        entry("alliance", alliance),
                        entry("readOrganization.id", firm),
                        entry("describeOrganization.id", firm),
                        entry("setSeats.id", firm),
                        entry("setRoles.id", firm),
                        entry("person", personOf(colleague)),
                        entry("seat", seat),
                        entry("readInvitation.id", invited),
                        entry("acceptInvitation.id", invited),
                        entry("declineInvitation.id", invited),
                        entry("readApplication.id", application),
                        entry("decideApplication.id", application),
                        entry("withdrawApplication.id", application));
        return new AccessTable(matrix(things)).holds(tokens, principals());
    }

    private void openTheDoor() {
        put(founder, "/applications/door", "{\"version\":0,\"open\":true,\"questions\":[]}")
                .expectStatus()
                .isOk();
    }

    private UUID applied(Someone person) {
        var id = id();
        put(
                        person,
                        "/applications/" + id,
                        "{\"organization\":\"%s\",\"questionsVersion\":1,\"answers\":[]}"
                                .formatted(firm))
                .expectStatus()
                .isCreated();
        return id;
    }

    /** Beside accepting, such a member may end a tie, and do what is of no alliance. */
    @TestFactory
    Stream<DynamicTest> whoever_has_not_accepted_what_acting_requires_writes_nothing() {
        var words =
                """
                {"follows":0,"title":"Accountability","text":"We answer.","changes":"",
                 "requiredFrom":null,"afterwards":"READING"}\
                """;
        at(other, elsewhere, "/agreements/" + id() + "/versions/" + id(), words, id());
        return matrix(Map.of("alliance", other))
                .waitsForAgreement(
                        token(memberElsewhere),
                        "acceptAgreement",
                        "leaveAlliance",
                        "endMySecondment",
                        "declineOffice",
                        "resignOffice",
                        "eraseMe",
                        "beginAnew",
                        "setMyProfile",
                        "declineByLetter");
    }

    private Map<Principal, Supplier<String>> principals() {
        var neighbour = new Firm("neighbour");
        var suspended = member("Sara Spended");
        new TestDirectory(this).names(first, suspended, false);
        return Map.ofEntries(
                entry(Principal.NO_ORGANIZATION, () -> token(stranger("Sam Strange"))),
                entry(Principal.OTHER_ALLIANCE, () -> token(memberElsewhere)),
                entry(Principal.FOUNDER_ELSEWHERE, () -> token(elsewhere)),
                entry(Principal.SUSPENDED, () -> token(suspended)),
                entry(Principal.LEFT, () -> token(gone)),
                entry(Principal.OTHER_FIRM, () -> token(neighbour.member("Olga " + id()))),
                entry(
                        Principal.OTHER_FIRMS_ADMINISTRATOR,
                        () ->
                                token(
                                        new Firm("n" + id().toString().substring(24))
                                                .member("Nils Boss"))),
                entry(Principal.MEMBER, () -> token(member("Mia " + id()))));
    }

    @TestFactory
    Stream<DynamicTest> nobody_and_forged_tokens_are_told_to_log_in() {
        return matrix(Map.of("alliance", alliance))
                .refuses(tokens.bad(founder.subject()), 401, "not-logged-in");
    }

    /**
     * Whoever is logged in may see, take along, correct and erase themselves, see what they are
     * invited to, and found an alliance of their own.
     */
    @TestFactory
    Stream<DynamicTest> another_alliance_and_whoever_left_find_nothing() {
        return matrix(Map.of("alliance", alliance))
                .refuses(
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
                        "eraseMe",
                        "exportMyData",
                        "readSealKey",
                        "readMyProfile",
                        "setMyProfile",
                        "listMyInvitations",
                        "foundAlliance",
                        // who has left says whether they stay in touch: AlumniTest
                        "wishToStayInTouch",
                        "readLetter",
                        "declineByLetter");
    }

    /** A guest may go at any time, beside what everybody may who is logged in. */
    @TestFactory
    Stream<DynamicTest> a_guest_finds_nothing_of_the_alliance() {
        return matrix(Map.of("alliance", alliance))
                .refuses(
                        Map.of("a guest", token(guest)),
                        404,
                        "not-found",
                        "readMe",
                        "listMyInvitations",
                        "applyToAlliance",
                        "eraseMe",
                        "exportMyData",
                        "readSealKey",
                        "readMyProfile",
                        "setMyProfile",
                        "wishToStayInTouch",
                        "foundAlliance",
                        "readLetter",
                        "declineByLetter",
                        "leaveAlliance");
    }
}
