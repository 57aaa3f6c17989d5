package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A mail is written in the language that whoever gets it wishes, and in English otherwise. */
class MailLanguageTest extends MailedTest {

    private Someone delegate;

    @BeforeAll
    void theFirmsFirst() {
        delegate = member("Freya Lind");
        put(founder, "/applications/door", "{\"version\":0,\"open\":true,\"questions\":[]}")
                .expectStatus()
                .isOk();
    }

    @Test
    void an_invitation_is_in_the_language_of_whom_it_invites() throws MessagingException {
        var german = stranger("Jörg Möller");
        says(german, "de", false);
        handle("membership.invitation-sent.v1", invited(german, REASON + " {name}"));
        assertThat(only(german).getSubject()).isEqualTo("Ada Okafor lädt Sie zu Test Alliance ein");
        assertThat(text(only(german)))
                .startsWith("Guten Tag Jörg Möller,")
                .contains(REASON + " {name}", ASK, "/i/")
                .doesNotContain("Dear");
        var austrian = stranger("Anna Austria");
        says(austrian, "de-AT", false);
        handle("membership.invitation-sent.v1", invited(austrian, REASON + " A"));
        assertThat(text(only(austrian))).startsWith("Guten Tag");
    }

    @Test
    void who_wishes_nothing_or_another_language_or_is_unknown_is_written_to_in_english()
            throws MessagingException {
        var unknown = stranger("Una Known");
        var silent = stranger("Sil Ent");
        me(silent).expectStatus().isOk();
        var french = stranger("Fran Cais");
        says(french, "fr", false);
        for (var person : new Someone[] {unknown, silent, french}) {
            handle("membership.invitation-sent.v1", invited(person, REASON + person.name()));
            assertThat(text(only(person))).startsWith("Dear " + person.name());
        }
    }

    @Test
    void a_refusal_and_a_farewell_are_in_the_persons_language() throws MessagingException {
        var refused = stranger("Rita Refused");
        says(refused, "de", false);
        handle("membership.application-decided.v1", refused(refused));
        assertThat(only(refused).getSubject()).isEqualTo("Ihre Bewerbung bei Test Alliance");
        assertThat(text(only(refused))).contains("Nobody could work with you this year.");

        var house = new Firm("leaving-german");
        var administrator = house.member("Leo Leaves");
        says(administrator, "de", false);
        var fact = id();
        put(administrator, house.path("/exit"), "{\"people\":1}", fact).expectStatus().isOk();
        handle(fact, "membership.organization-left.v1", house.id, 1);
        assertThat(only(administrator).getSubject())
                .isEqualTo("Firm leaving-german hat Test Alliance verlassen");
        assertThat(text(only(administrator))).startsWith("Guten Tag Leo Leaves");
    }

    private UUID refused(Someone applicant) {
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
                        "{\"accepted\":false,\"reason\":\"Nobody could work with you this year.\"}")
                .expectStatus()
                .isOk();
        return id;
    }
}
