package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.platform.web.Cursors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What goes out over SMTP, and what the link in an invitation's mail opens without a login. */
class MailTest extends MailedTest {

    private static final String WHY_NOT = "We have nobody who could work with you this year.";

    private Someone delegate;

    @BeforeAll
    void theFirmsFirst() {
        delegate = member("Freya Lind");
    }

    @Test
    void an_invitation_is_mailed_once_with_who_asks_and_why() throws MessagingException {
        var person = stranger("Noor Haddad");
        var invitation = invited(person, REASON + " Noor");
        handle("membership.invitation-sent.v1", invitation);
        handle("membership.invitation-sent.v1", invitation);
        var mail = only(person);
        assertThat(mail.getSubject()).isEqualTo("Ada Okafor invites you to Test Alliance");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("Ada Okafor of Aurelia Pharma", REASON + " Noor", ASK)
                .contains("/i/" + invitation + "#");
    }

    @Test
    void a_refused_applicant_is_mailed_the_reason_and_an_accepted_one_is_not()
            throws MessagingException {
        put(founder, "/applications/door", "{\"version\":0,\"open\":true,\"questions\":[]}")
                .expectStatus()
                .isOk();
        var refused = stranger("Tomasz Zielinski");
        var accepted = stranger("Mei Tanaka");
        handle("membership.application-decided.v1", decided(refused, false));
        handle("membership.application-decided.v1", decided(accepted, true));
        assertThat(GreenMailUtil.getBody(only(refused)))
                .contains("Test Alliance", "Hartwell & Cole LLP", WHY_NOT);
        assertThat(mails.getReceivedMessagesForDomain(accepted.email())).isEmpty();
    }

    private UUID decided(Someone applicant, boolean accepted) {
        var id = id();
        put(
                        applicant,
                        "/applications/" + id,
                        "{\"organization\":\"%s\",\"questionsVersion\":1,\"answers\":[]}"
                                .formatted(firm))
                .expectStatus()
                .isCreated();
        put(
                        delegate,
                        "/applications/" + id + "/decision",
                        "{\"accepted\":%s,\"reason\":\"%s\",\"ask\":\"%s\"}"
                                .formatted(accepted, WHY_NOT, ASK))
                .expectStatus()
                .isOk();
        return id;
    }

    @Test
    void whoever_has_the_mail_reads_the_invitation_and_declines_it_without_a_login() {
        var person = stranger("Ines Duarte");
        var invitation = invited(person, REASON + " Ines");
        var key = key(person, invitation);
        letter(HttpMethod.GET, "", key)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.inviter")
                .isEqualTo("Ada Okafor")
                .jsonPath("$.reason")
                .isEqualTo(REASON + " Ines")
                .jsonPath("$.class")
                .isEqualTo("MEMBER")
                .jsonPath("$.state")
                .isEqualTo("SENT");
        letter(HttpMethod.PUT, "/declination", key).expectStatus().isOk();
        letter(HttpMethod.PUT, "/declination", key)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DECLINED");
        assertThat(journal("membership.invitation-declined.v1", invitation))
                .contains(invitation.toString())
                .doesNotContain("\n");
        answer(person, invitation, id()).expectStatus().isEqualTo(409);
        get(person, "").expectStatus().isNotFound();
    }

    @Test
    void a_letter_takes_back_no_yes_and_makes_nobody_a_member() {
        var person = stranger("Omar Sy");
        var invitation = invited(person, REASON + " Omar");
        var key = key(person, invitation);
        for (var path : new String[] {"/acceptance", "/../acceptance"}) {
            assertThat(status(letter(HttpMethod.PUT, path, key))).isIn(400, 401, 403, 404);
        }
        get(person, "").expectStatus().isNotFound();
        answer(person, invitation, id()).expectStatus().isCreated();
        letter(HttpMethod.PUT, "/declination", key)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:invitation-answered");
        get(person, "").expectStatus().isOk();
    }

    /** A forged invitation: not signed, for another invitation, address or inviter, or a cursor. */
    @ParameterizedTest
    @ValueSource(
            strings = {"cut", "changed", "nothing", "invitation", "inviter", "email", "cursor"})
    void a_letter_that_we_did_not_send_opens_nothing(String forgery) {
        var person = stranger("Ruth Stein");
        var invitation = invited(person, REASON + " Ruth " + forgery);
        var good = key(person, invitation);
        var inviter = personOf(founder);
        var bad =
                switch (forgery) {
                    case "cut" -> good.substring(0, good.length() - 2);
                    case "changed" -> (good.startsWith("A") ? "B" : "A") + good.substring(1);
                    case "nothing" -> "";
                    case "invitation" -> signed("letter", id(), inviter, person.email());
                    case "inviter" -> signed("letter", invitation, id(), person.email());
                    case "email" -> signed("letter", invitation, inviter, "eve@else.example");
                    default -> signed("cursor", invitation, inviter, person.email());
                };
        assertThat(signed("letter", invitation, inviter, person.email())).isEqualTo(good);
        for (var read : new boolean[] {true, false}) {
            letter(read ? HttpMethod.GET : HttpMethod.PUT, read ? "" : "/declination", bad)
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:commonweal:refusal:not-logged-in");
        }
        answer(person, invitation, id()).expectStatus().isCreated();
    }

    private String signed(String purpose, UUID invitation, UUID inviter, String email) {
        return service.getBean(Cursors.class).encode(purpose, alliance, invitation, inviter, email);
    }

    @Test
    void a_mail_server_that_is_away_is_tried_again() throws MessagingException {
        var person = stranger("Ben Ode");
        var invitation = invited(person, REASON + " Ben");
        mails.stop();
        assertThatThrownBy(() -> handle("membership.invitation-sent.v1", invitation))
                .hasMessageContaining("connect");
        mails.start();
        handle("membership.invitation-sent.v1", invitation);
        assertThat(only(person).getSubject()).contains("Ada Okafor");
    }

    private String key(Someone person, UUID invitation) {
        handle("membership.invitation-sent.v1", invitation);
        try {
            var text = GreenMailUtil.getBody(only(person));
            var link = "/i/" + invitation + "#";
            return text.substring(text.indexOf(link) + link.length()).strip();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResponseSpec letter(HttpMethod method, String path, String key) {
        return http.method(method)
                .uri(address + "/letters/invitation" + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                .header("Idempotency-Key", id().toString())
                .exchange();
    }

    private static int status(ResponseSpec answer) {
        return Objects.requireNonNull(answer.returnResult(Void.class).getStatus()).value();
    }
}
