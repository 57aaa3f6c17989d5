package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.platform.test.DataContract;
import org.commonweal.platform.test.PersonColumns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person takes along is all of the own, and nothing of others. */
class CompleteExportTest extends MembershipTest {

    private static final String OWN = "src/main/java/org/commonweal/membership/me/";

    /** Columns that may name a person and are no person's to take along, and why. */
    private static final Map<String, String> NOT_TAKEN =
            Map.ofEntries(
                    Map.entry("accepted_agreement.person_id", "says less than what was accepted"),
                    Map.entry("agreement_acceptance.accepted_by", "is the person, by its check"),
                    Map.entry("agreement_version.written_by", "the alliance's text, in an office"),
                    Map.entry("alliance.founder", "the founder's membership says it"),
                    Map.entry(
                            "alumnus.welcomed_by",
                            "the tie of the other one, answered in an office"),
                    Map.entry("application.decided_by", "an office's answer, the applicant's own"),
                    Map.entry("due.subject", "what a clock waits for"),
                    Map.entry("executed_decision.decision_id", "what the members decided"),
                    Map.entry("founded_fork.fork", "what was prepared"),
                    Map.entry("founded_fork.parent", "the alliance where that was"),
                    Map.entry("front_door.set_by", "the alliance's questions, set in an office"),
                    Map.entry("journal.actor", "the record of what the tables say"),
                    Map.entry("journal.subject", "the record of what the tables say"),
                    Map.entry("login_provider.set_by", "the firm's way in, set in an office"),
                    Map.entry("login_provider.test_id", "a test"),
                    Map.entry("mail_domain.named_by", "the firm's domain, named in an office"),
                    Map.entry("mailed_ask.ask_id", "a move, a naming or a version"),
                    Map.entry("membership.accepted_by", "is the person, by its check"),
                    Map.entry("membership.left_with", "a firm's leaving, or a decision"),
                    Map.entry("merger.answered_by", "the firm's own future, in an office"),
                    Map.entry("merger.from_id", "a firm"),
                    Map.entry("merger.into_id", "a firm"),
                    Map.entry("merger.proposed_by", "the firm's own future, in an office"),
                    Map.entry("move.from_id", "a firm"),
                    Map.entry("new_login.command", "a command"),
                    Map.entry("new_login.person_id", "a code that was told, for seven days"),
                    Map.entry("prepared_fork.prepared_by", "purpose-service's to export"),
                    Map.entry("office.ended_by", "a decision"),
                    Map.entry("rulebook.decision", "what the members decided"),
                    Map.entry("scim_token.made_by", "the firm's token, made in an office"),
                    Map.entry("secondment.ended_by", "the person's own act, or an office's"),
                    Map.entry("standing.person_id", "follows from the membership and its logins"),
                    Map.entry("tombstone.person_id", "of who is erased, and has nothing left"));

    private Someone administrator;

    @BeforeAll
    void theFirmsFirst() {
        administrator = member("Freya First");
    }

    @Test
    void every_column_that_may_name_a_person_is_exported_or_explained() {
        assertThat(
                        new PersonColumns(database, "membership")
                                .notExported(
                                        "membership-service/" + OWN + "OwnThings.java",
                                        "membership-service/" + OWN + "OwnActs.java"))
                .containsExactlyInAnyOrderElementsOf(NOT_TAKEN.keySet());
    }

    @Test
    void what_was_accepted_is_taken_along_with_title_version_and_moment() {
        var person = member("Ada Accepts");
        var other = member("Bo Accepts-Not");
        var agreement = id();
        put(
                        founder,
                        "/agreements/" + agreement + "/versions/" + id(),
                        """
                        {"follows":0,"title":"How we answer","text":"Within a week.","changes":"",
                         "requiredFrom":null,"afterwards":"EVERYTHING"}\
                        """)
                .expectStatus()
                .isCreated();
        put(person, "/agreements/" + agreement + "/acceptances/" + id(), "{\"version\":1}")
                .expectStatus()
                .isCreated();
        put(person, "/people/mine/exit", "{}").expectStatus().isOk();
        var accepted = mine(person).at("/agreements");
        assertThat(accepted.size()).isOne();
        assertThat(accepted.at("/0/agreement").asString()).isEqualTo(agreement.toString());
        assertThat(accepted.at("/0/title").asString()).isEqualTo("How we answer");
        assertThat(accepted.at("/0/version").asInt()).isOne();
        assertThat(accepted.at("/0/acceptedAt").asString()).isNotEmpty();
        assertThat(mine(other).at("/agreements").size()).isZero();
    }

    @Test
    void moves_that_were_offered_are_taken_along_with_how_they_ended() {
        var person = member("Mo Mover");
        var move = offered(personOf(person), "Come over to us, you know why.");
        put(person, "/moves/" + move + "/declination", "{}").expectStatus().isOk();
        var other = member("Otto Other");
        offered(personOf(other), "Another is asked for another reason.");
        var data = mine(person);
        assertThat(data.at("/movesReceived").size()).isOne();
        assertThat(data.at("/movesReceived/0/id").asString()).isEqualTo(move.toString());
        assertThat(data.at("/movesReceived/0/reason").asString()).contains("you know why");
        assertThat(data.at("/movesReceived/0/state").asString()).isEqualTo("DECLINED");
        assertThat(data.at("/movesReceived/0/answeredAt").asString()).isNotEmpty();
        assertThat(data.at("/movesOffered").size()).isZero();
        assertThat(mine(other).at("/movesReceived/0/state").asString()).isEqualTo("OFFERED");
        assertThat(mine(founder).at("/movesOffered").size()).isEqualTo(2);
    }

    @Test
    void deputies_are_taken_along_by_who_named_and_who_was_named() {
        var house = new Firm("standing-in");
        var delegate = house.member("Dee Delegate");
        var colleague = house.member("Cole League");
        var third = house.member("Tessa Third");
        var deputy = id();
        var now = Instant.now();
        put(
                        delegate,
                        "/deputies/" + deputy,
                        "{\"person\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                                .formatted(personOf(colleague), now, now.plus(Duration.ofDays(5))))
                .expectStatus()
                .isCreated();
        var named = mine(delegate).at("/deputies");
        assertThat(named.size()).isOne();
        assertThat(named.at("/0/as").asString()).isEqualTo("DELEGATE");
        assertThat(named.at("/0/state").asString()).isEqualTo("NAMED");
        var taken = mine(colleague).at("/deputies");
        assertThat(taken.at("/0/id").asString()).isEqualTo(deputy.toString());
        assertThat(taken.at("/0/as").asString()).isEqualTo("DEPUTY");
        assertThat(mine(third).at("/deputies").size()).isZero();
    }

    @Test
    void roles_that_were_handed_over_are_taken_along_by_both() {
        var house = new Firm("handing-over");
        var giver = house.member("Gia Giver");
        var taker = house.member("Tom Taker");
        var third = house.member("Una Other");
        var handover = id();
        put(
                        giver,
                        "/handovers/" + handover,
                        "{\"person\":\"%s\",\"role\":\"DELEGATE\"}".formatted(personOf(taker)))
                .expectStatus()
                .isCreated();
        assertThat(mine(giver).at("/handovers/0/as").asString()).isEqualTo("FROM");
        var offered = mine(taker).at("/handovers/0");
        assertThat(offered.at("/id").asString()).isEqualTo(handover.toString());
        assertThat(offered.at("/as").asString()).isEqualTo("TO");
        assertThat(offered.at("/role").asString()).isEqualTo("DELEGATE");
        assertThat(offered.at("/state").asString()).isEqualTo("OFFERED");
        assertThat(mine(third).at("/handovers").size()).isZero();
    }

    @Test
    void a_former_members_wish_a_guests_call_and_a_suspension_are_taken_along() {
        var person = member("Al Umnus");
        put(person, "/people/mine/exit", "{}").expectStatus().isOk();
        put(person, "/ties/alumni/mine", "{\"wanted\":true}").expectStatus().isOk();
        var wish = mine(person).at("/alumniWishes/0");
        assertThat(wish.at("/wanted").asBoolean()).isTrue();
        assertThat(wish.at("/welcomed").asBoolean()).isFalse();
        assertThat(wish.at("/alliance").asString()).isEqualTo(alliance.toString());

        var call = id();
        var guest = stranger("Gus Guest");
        var invitation = id();
        put(
                        founder,
                        "/invitations/" + invitation,
                        invitation(guest, firm, REASON + " Gus")
                                .replace(
                                        "\"name\"",
                                        "\"class\":\"GUEST\",\"call\":\"" + call + "\",\"name\""))
                .expectStatus()
                .isCreated();
        answer(guest, invitation, id()).expectStatus().isCreated();
        var data = mine(guest);
        assertThat(data.at("/memberships/0/class").asString()).isEqualTo("GUEST");
        assertThat(data.at("/memberships/0/call").asString()).isEqualTo(call.toString());
        assertThat(data.at("/invitationsReceived/0/class").asString()).isEqualTo("GUEST");

        var suspended = member("Sue Spended");
        assertThat(mine(suspended).at("/memberships/0/suspendedAt").isNull()).isTrue();
        new TestDirectory(this).names(administrator, suspended, false);
        assertThat(mine(suspended).at("/memberships/0/suspendedAt").asString()).isNotEmpty();
        assertThat(mine(suspended).at("/memberships/0/class").asString()).isEqualTo("MEMBER");
    }

    private UUID offered(UUID person, String reason) {
        var move = id();
        put(
                        founder,
                        "/moves/" + move,
                        "{\"person\":\"%s\",\"reason\":\"%s\"}".formatted(person, reason))
                .expectStatus()
                .isCreated();
        return move;
    }

    private static JsonNode mine(Someone person) {
        var text =
                Objects.requireNonNull(
                        http.get()
                                .uri("/api/me/data")
                                .headers(headers -> headers.setBearerAuth(token(person)))
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody(String.class)
                                .returnResult()
                                .getResponseBody());
        assertThat(DataContract.violations("membership", text)).isEmpty();
        return JsonMapper.shared().readTree(text);
    }
}
