package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.node.JsonNodeFactory;

/** Proofs by mail, and what the clock does to proofs. */
class MailProofTest extends MailDomainTest {

    private static final String ASKED = "membership.mail-domain-mail-asked.v1";
    private static final String MAILBOX = "{\"mailbox\":\"POSTMASTER\"}";
    private static final Pattern CODE = Pattern.compile("&code=([A-Za-z0-9_-]{43})");

    @AfterEach
    void theClockIsRight() throws SQLException {
        owner("DELETE FROM membership.clock");
    }

    @Test
    void a_code_that_the_postmaster_got_proves_the_domain_once() throws Exception {
        var domain = named(administrator, "mailed.example");
        mail(domain).expectStatus().isOk();
        for (var heard = 0; heard < 2; heard++) {
            handler().handle(asked(domain)).block(Duration.ofSeconds(60));
        }
        var received = mails.getReceivedMessagesForDomain("mailed.example");
        assertThat(received).hasSize(1);
        assertThat(received[0].getAllRecipients()[0]).hasToString("postmaster@mailed.example");
        var text = String.valueOf(received[0].getContent());
        assertThat(text)
                .contains("Hartwell & Cole LLP", "mailed.example")
                .contains("/a/" + slug + "/firms/" + firm + "/login?domain=" + domain);
        var found = CODE.matcher(text);
        assertThat(found.find()).isTrue();
        var code = found.group(1);
        assertThat(code(domain)).as("forgotten when it is mailed").isEqualTo("null");
        bring(member("Ben Ode"), domain, code).expectStatus().isForbidden();
        bring(new Firm("thief").member("Theo"), domain, code).expectStatus().isNotFound();
        refused(administrator, path(domain, "code"), code(code + "x"), "domain-code-unknown");
        assertThat(view(bring(administrator, domain, code).expectStatus().isOk()).method())
                .isEqualTo("MAIL");
        refused(administrator, path(domain, "code"), code(code), "domain-proved");
        assertThat(journal("membership.mail-domain-proved.v1", domain)).contains("\"MAIL\"");
        assertThat(journal("membership.mail-domain-mail-asked.v1", domain))
                .doesNotContain(code, "postmaster");
    }

    @Test
    void a_code_is_worth_nothing_after_three_days_or_another_mail() throws SQLException {
        var domain = named(administrator, "old-code.example");
        mail(domain).expectStatus().isOk();
        var first = code(domain);
        refused(administrator, path(domain, "mail"), MAILBOX, "domain-mails-too-many");
        shift("2 days");
        mail(domain).expectStatus().isOk();
        refused(administrator, path(domain, "code"), code(first), "domain-code-unknown");
        var second = code(domain);
        shift("3 days");
        refused(administrator, path(domain, "code"), code(second), "domain-code-unknown");
        assertThat(read(administrator, domain).state()).isEqualTo("CLAIMED");
    }

    @Test
    void few_mails_go_to_people_who_did_not_ask_for_them() {
        var firm = new Firm("mailing").member("Mia Mail");
        for (var n = 0; n < 5; n++) {
            var domain = named(firm, "many%d.example".formatted(n));
            put(firm, path(domain, "mail"), MAILBOX).expectStatus().isOk();
            put(firm, path(domain, "surrender"), "{}").expectStatus().isOk();
        }
        var sixth = named(firm, "many6.example");
        refused(firm, path(sixth, "mail"), MAILBOX, "domain-mails-too-many");
    }

    @Test
    void a_record_that_stays_away_for_seven_days_loses_the_proof_and_everybody_is_told()
            throws SQLException {
        var domain = named(administrator, "lapsing.example");
        proved(administrator, domain, "lapsing.example");
        dns.set(record("lapsing.example"));
        shift("25 hours");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> read(administrator, domain).losesAt() != null);
        assertThat(read(administrator, domain).state()).isEqualTo("PROVED");
        shift("6 days");
        var asked = dns.asked();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> dns.asked() > asked);
        assertThat(read(administrator, domain).state()).isEqualTo("PROVED");
        shift("25 hours");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> read(administrator, domain).state().equals("LOST"));
        assertThat(journal("membership.mail-domain-ended.v1", domain)).contains("\"LOST\"");
        assertThat(
                        column(
                                "audience ->> 'scope' FROM journal WHERE type LIKE '%domain-ended.v1' AND subject",
                                domain))
                .isEqualTo("ALLIANCE");
        proved(administrator, domain, "lapsing.example");
    }

    @Test
    void a_resolver_that_does_not_answer_takes_nothing_away() throws SQLException {
        var domain = named(administrator, "unanswered.example");
        proved(administrator, domain, "unanswered.example");
        dns.isSilentAbout(record("unanswered.example"));
        shift("30 days");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> "NO_ANSWER".equals(read(administrator, domain).finding()));
        assertThat(read(administrator, domain).state()).isEqualTo("PROVED");
        assertThat(read(administrator, domain).losesAt()).isNull();
    }

    private static EventHandler handler() {
        return service.getBeansOfType(EventHandler.class).values().stream()
                .filter(one -> one.types().contains(ASKED))
                .findFirst()
                .orElseThrow();
    }

    /** The fact as the broker brings it. */
    private Event asked(UUID domain) {
        return new Event(
                id(),
                ASKED,
                alliance,
                domain,
                2,
                null,
                firm,
                new Audience.Organization(firm),
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode());
    }

    private ResponseSpec mail(UUID domain) {
        return put(administrator, path(domain, "mail"), MAILBOX);
    }

    private ResponseSpec bring(Someone person, UUID domain, String code) {
        return put(person, path(domain, "code"), code(code));
    }

    private static String path(UUID domain, String act) {
        return DOMAINS + "/" + domain + "/" + act;
    }

    private static String code(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    /** As it waits to be mailed; no relay runs here but where one is started. */
    private String code(UUID domain) throws SQLException {
        return column("mail_code FROM mail_domain WHERE id", domain);
    }

    private String column(String query, UUID id) throws SQLException {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var rows = sql.executeQuery("SELECT " + query + " = '" + id + "'");
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static void shift(String interval) throws SQLException {
        owner("INSERT INTO membership.clock VALUES (interval '" + interval + "')");
    }

    private static void owner(String statement) throws SQLException {
        try (var connection = database.connect("commonweal_ddl");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
