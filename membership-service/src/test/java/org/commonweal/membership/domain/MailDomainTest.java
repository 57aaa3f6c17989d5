package org.commonweal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.commonweal.membership.domain.MailDomain.Finding;
import org.commonweal.membership.domain.MailDomain.Method;
import org.commonweal.membership.domain.MailDomain.Proved;
import org.commonweal.membership.domain.MailDomain.Verdict;
import org.junit.jupiter.api.Test;

/** What follows from a look for a challenge, and what a name is. */
class MailDomainTest {

    private static final Instant PROVED_AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-05-02T11:00:00Z");

    @Test
    void a_record_that_comes_back_in_time_is_as_if_it_had_never_been_away() {
        var failing = new Proved(Method.DNS, PROVED_AT, NOW.minus(Duration.ofDays(6)));
        assertThat(failing.looked(Finding.OTHER_VALUE, NOW))
                .isEqualTo(
                        new Verdict.Stands(
                                Method.DNS,
                                NOW.minus(Duration.ofDays(6)),
                                NOW.plus(Duration.ofDays(1))));
        assertThat(failing.looked(Finding.FOUND, NOW))
                .isEqualTo(new Verdict.Stands(Method.DNS, null, NOW.plus(Duration.ofDays(1))));
        assertThat(failing.looked(Finding.NOT_FOUND, NOW.plus(Duration.ofDays(1))))
                .isEqualTo(new Verdict.Loses());
    }

    @Test
    void no_answer_decides_nothing_however_long_it_stays_away() {
        var failing = new Proved(Method.DNS, PROVED_AT, PROVED_AT);
        assertThat(failing.looked(Finding.NO_ANSWER, NOW))
                .isEqualTo(
                        new Verdict.Stands(Method.DNS, PROVED_AT, NOW.plus(Duration.ofHours(1))));
    }

    @Test
    void a_proof_by_mail_stands_for_a_year_or_until_the_record_is_found() {
        var mailed = new Proved(Method.MAIL, PROVED_AT, null);
        var year = PROVED_AT.plus(Duration.ofDays(365));
        assertThat(mailed.looked(Finding.NOT_FOUND, NOW))
                .isEqualTo(new Verdict.Stands(Method.MAIL, null, year));
        assertThat(mailed.looked(Finding.NOT_FOUND, year)).isEqualTo(new Verdict.Loses());
        assertThat(mailed.looked(Finding.FOUND, NOW))
                .isEqualTo(new Verdict.Stands(Method.DNS, null, NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void a_login_is_judged_by_the_domain_as_dns_knows_it() {
        var rival = new WayIn("rival", List.of(), List.of("bücher.example"));
        for (var address :
                List.of(
                        "vera@bücher.example",
                        "vera@BÜCHER.example.",
                        "vera@xn--bcher-kva.example",
                        "vera@ｂücher.example",
                        "vera@straße.example",
                        "vera")) {
            assertThat(login(address).speaksFor(rival)).as(address).isFalse();
        }
        assertThat(login("vera@sub.bücher.example").speaksFor(rival)).isTrue();
        assertThat(new DomainName("xn--bcher-kva.example").shown()).isEqualTo("bücher.example");
    }

    private static Login login(String address) {
        return new Login("https://id.example", "vera", "rival", "Vera", address);
    }
}
