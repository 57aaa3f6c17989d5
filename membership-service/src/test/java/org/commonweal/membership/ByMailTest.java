package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who takes part by mail alone is mailed what is asked of them, once; nobody else is. */
class ByMailTest extends MailedTest {

    private static final String MOVE = "membership.move-changed.v1";
    private static final String DEPUTY = "membership.deputy-changed.v1";
    private static final String WRITTEN = "membership.agreement-written.v1";

    @Test
    void a_move_that_is_offered_is_mailed_once_with_who_asks_why_and_where_to_answer()
            throws MessagingException {
        var person = member("Mo Mover");
        says(person, "en", true);
        var other = member("Ona Pages");
        says(other, "en", false);
        var move = offered(person);
        handle(MOVE, move);
        handle(MOVE, move);
        handle(MOVE, offered(other));
        assertThat(only(person).getSubject())
                .isEqualTo("Aurelia Pharma would like you to work for it");
        assertThat(text(only(person)))
                .contains("Ada Okafor of Aurelia Pharma", "Come over to us, you know why.")
                .contains("(Europe/Lisbon)", "/a/" + slug + "/mine");
        assertThat(to(other)).isEmpty();
    }

    @Test
    void what_is_answered_already_is_not_asked_by_mail() {
        var person = member("Dan Declines");
        says(person, "en", true);
        var move = offered(person);
        put(person, "/moves/" + move + "/declination", "{}").expectStatus().isOk();
        handle(MOVE, move);
        assertThat(to(person)).isEmpty();
    }

    @Test
    void who_is_named_as_deputy_is_mailed_in_the_own_language() throws MessagingException {
        var house = new Firm("by-mail");
        var delegate = house.member("Dee Delegate");
        var colleague = house.member("Karl Kollege");
        says(colleague, "de", true);
        says(delegate, "de", true);
        var deputy = id();
        var from = Instant.now().plus(Duration.ofDays(2));
        put(
                        delegate,
                        "/deputies/" + deputy,
                        "{\"person\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                                .formatted(
                                        personOf(colleague), from, from.plus(Duration.ofDays(5))))
                .expectStatus()
                .isCreated();
        handle(DEPUTY, deputy);
        put(colleague, "/deputies/" + deputy + "/acceptance", "{}").expectStatus().isOk();
        handle(DEPUTY, deputy);
        assertThat(only(colleague).getSubject())
                .isEqualTo("Dee Delegate bittet Sie um Vertretung für Firm by-mail");
        assertThat(text(only(colleague))).contains("/a/" + slug + "/firms/" + house.id);
        assertThat(to(delegate)).isEmpty();
    }

    @Test
    void a_version_that_must_be_accepted_is_mailed_once_to_each_who_has_not() throws Exception {
        var house = new Firm("agreeing");
        var first = house.member("Fia First");
        var second = house.member("Sid Second");
        var accepts = house.member("Ada Accepts");
        var pages = house.member("Ona Pages");
        var gone = house.member("Gus Gone");
        for (var person : new Someone[] {first, second, accepts, gone}) {
            says(person, "en", true);
        }
        put(gone, "/people/mine/exit", "{}").expectStatus().isOk();
        var may = written("May be read", "EVERYTHING");
        handle(WRITTEN, may);
        assertThat(to(first)).isEmpty();
        var must = written("Must be accepted", "READING");
        put(accepts, "/agreements/" + must + "/acceptances/" + id(), "{\"version\":1}")
                .expectStatus()
                .isCreated();
        handle(WRITTEN, must);
        handle(WRITTEN, must);
        for (var person : new Someone[] {first, second}) {
            assertThat(only(person).getSubject())
                    .isEqualTo("Test Alliance asks you to accept: Must be accepted");
            assertThat(text(only(person)))
                    .contains("Ada Okafor of Aurelia Pharma", "(Europe/Lisbon)")
                    .contains("/a/" + slug + "/agreements");
        }
        for (var person : new Someone[] {accepts, pages, gone}) {
            assertThat(to(person)).isEmpty();
        }
    }

    private UUID offered(Someone person) {
        var move = id();
        put(
                        founder,
                        "/moves/" + move,
                        "{\"person\":\"%s\",\"reason\":\"Come over to us, you know why.\"}"
                                .formatted(personOf(person)))
                .expectStatus()
                .isCreated();
        return move;
    }

    /** Required in ten days, so that the other tests' people may still act. */
    private UUID written(String title, String afterwards) {
        var agreement = id();
        put(
                        founder,
                        "/agreements/" + agreement + "/versions/" + id(),
                        """
                        {"follows":0,"title":"%s","text":"We answer.","changes":"",
                         "requiredFrom":"%s","afterwards":"%s"}\
                        """
                                .formatted(
                                        title, Instant.now().plus(Duration.ofDays(10)), afterwards))
                .expectStatus()
                .isCreated();
        return agreement;
    }
}
