package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.dns.DnsResponseCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A firm proves its mail domains by DNS, over HTTP, with a DNS server that the test serves. */
class MailDomainsTest extends MailDomainTest {

    @Test
    void a_domain_is_named_and_proved_by_its_record() {
        var domain = named(administrator, "Proved.Hartwell.EXAMPLE.");
        var read = read(administrator, domain);
        assertThat(read.name()).isEqualTo("proved.hartwell.example");
        assertThat(read.state()).isEqualTo("CLAIMED");
        assertThat(read.recordName()).isEqualTo("_commonweal-challenge.proved.hartwell.example");
        assertThat(read.recordValue()).matches("commonweal-[0-9a-f]{40}");
        assertThat(read.provedAt()).isNull();

        assertThat(check(administrator, domain).finding()).isEqualTo("NOT_FOUND");
        assertThat(journal("membership.mail-domain-proved.v1", domain)).isEqualTo("null");
        dns.set(read.recordName(), "v=spf1 -all", read.recordValue());
        var key = id();
        var proved = view(act(administrator, domain, "check", key).expectStatus().isOk());
        assertThat(proved.state()).isEqualTo("PROVED");
        assertThat(proved.finding()).isEqualTo("FOUND");
        assertThat(proved.method()).isEqualTo("DNS");
        assertThat(proved.provedAt()).isNotNull();
        var asked = dns.asked();
        act(administrator, domain, "check", key).expectStatus().isOk();
        assertThat(dns.asked()).as("a repetition asks nobody").isEqualTo(asked);
        assertThat(journal("membership.mail-domain-proved.v1", domain))
                .containsOnlyOnce("proved.hartwell.example")
                .contains(firm.toString())
                .doesNotContain(read.recordValue());
    }

    @Test
    void what_was_found_instead_is_said_in_plain_words() {
        var domain = named(administrator, "other.hartwell.example");
        var record = read(administrator, domain).recordName();
        var value = read(administrator, domain).recordValue();
        dns.set(record, "something else", "an\u0007other");
        var other = check(administrator, domain);
        assertThat(other.finding()).isEqualTo("OTHER_VALUE");
        assertThat(other.seen()).containsExactly("something else", "an?other");
        dns.isSilentAbout(record);
        assertThat(check(administrator, domain).finding()).isEqualTo("NO_ANSWER");
        dns.fails(record, DnsResponseCode.SERVFAIL);
        assertThat(check(administrator, domain).finding()).isEqualTo("NO_ANSWER");
        dns.set(record, "x".repeat(300), value + "0");
        assertThat(check(administrator, domain).state()).isEqualTo("CLAIMED");
        assertThat(read(administrator, domain).seen()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "hartwell, not-a-mail-domain",
        "freya@hartwell.example, not-a-mail-domain",
        "straße.example, not-a-mail-domain",
        "127.0.0.1, not-a-mail-domain",
        "a..example, not-a-mail-domain",
        "co.uk, domain-of-all",
        "com.br, domain-of-all",
        "github.io, domain-of-all",
        "gmail.com, domain-of-a-mail-service",
        "eu.outlook.com, domain-of-a-mail-service",
        "XN--55QX5D.CN, domain-of-all",
    })
    void what_is_no_firms_domain_is_refused_with_the_reason(String name, String kebab) {
        refused(administrator, DOMAINS + "/" + id(), naming(name), kebab);
    }

    @Test
    void a_name_in_letters_of_its_own_is_kept_as_dns_knows_it() {
        var domain = named(administrator, "Bücher.hartwell.example");
        assertThat(read(administrator, domain).name()).isEqualTo("xn--bcher-kva.hartwell.example");
        assertThat(read(administrator, domain).shown()).isEqualTo("bücher.hartwell.example");
        refused(
                administrator,
                DOMAINS + "/" + id(),
                naming("xn--bcher-kva.hartwell.example"),
                "domain-named");
    }

    @Test
    void one_domain_is_one_firms_until_it_is_given_up() {
        var other = new Firm("rival").member("Rory Rival");
        var mine = named(administrator, "shared.example");
        var theirs = named(other, "shared.example");
        proved(administrator, mine, "shared.example");
        refused(other, DOMAINS + "/" + id(), naming("shared.example"), "domain-named");
        var latecomer = new Firm("latecomer").member("Lara Late");
        refused(
                latecomer,
                DOMAINS + "/" + id(),
                naming("shared.example"),
                "domain-of-another-firm");
        dns.set(record("shared.example"), read(other, theirs).recordValue());
        act(other, theirs, "check", id())
                .expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .value(body ->
                        assertThat(body)
                                .contains("Already proved by another firm")
                                .doesNotContain(firm.toString(), "Hartwell"));
        var key = id();
        for (var sent = 0; sent < 2; sent++) {
            act(administrator, mine, "surrender", key).expectStatus().isOk();
        }
        assertThat(journal("membership.mail-domain-ended.v1", mine)).containsOnlyOnce("GIVEN_UP");
        act(administrator, mine, "check", id()).expectStatus().isNotFound();
        assertThat(check(other, theirs).state()).isEqualTo("PROVED");
    }

    @Test
    void nobody_but_administrators_of_the_own_firm_sees_or_changes_a_domain() {
        var domain = named(administrator, "guarded.hartwell.example");
        var colleague = member("Ben Ode");
        var elsewhere = new Firm("outsider").member("Otto Outside");
        get(colleague, DOMAINS).expectStatus().isForbidden();
        get(elsewhere, DOMAINS)
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("guarded"));
        put(colleague, DOMAINS + "/" + id(), naming("x.example")).expectStatus().isForbidden();
        for (var act : new String[] {"check", "surrender"}) {
            act(colleague, domain, act, id()).expectStatus().isForbidden();
            act(elsewhere, domain, act, id()).expectStatus().isNotFound();
            act(stranger("Nobody"), domain, act, id()).expectStatus().isNotFound();
        }
        var left = member("Lena Left");
        put(left, "/people/mine/exit", "{}").expectStatus().isOk();
        get(left, DOMAINS).expectStatus().isNotFound();
        act(left, domain, "check", id()).expectStatus().isNotFound();
        assertThat(read(administrator, domain).state()).isEqualTo("CLAIMED");
    }

    @Test
    void a_repeated_naming_is_kept_once_and_an_id_means_one_thing() {
        var domain = id();
        put(administrator, DOMAINS + "/" + domain, naming("twice.example"))
                .expectStatus()
                .isCreated();
        put(administrator, DOMAINS + "/" + domain, naming("twice.example")).expectStatus().isOk();
        put(administrator, DOMAINS + "/" + domain, naming("thrice.example"))
                .expectStatus()
                .isEqualTo(409);
        assertThat(journal("membership.mail-domain-named.v1", domain))
                .containsOnlyOnce("twice.example");
    }

    /** A partner's provider says whatever it likes of addresses (claim C4.D). */
    @Test
    void a_provider_that_asserts_an_address_of_another_firms_proved_domain_speaks_for_nobody() {
        var rival = new Firm("asserting");
        rival.member("Rory First");
        var victim = new Someone("victim", "Vera", "vera@victim.example", "hartwell");
        var invitation = rival.invited(victim);
        proved(administrator, named(administrator, "victim.example"), "victim.example");
        for (var address : new String[] {"vera@victim.example", "vera@victim.example."}) {
            var forged = new Someone("forged-" + address.length(), "Vera", address, "asserting");
            answer(forged, invitation, id()).expectStatus().isNotFound();
            me(forged).expectBody().jsonPath("$.invitations").isEmpty();
        }
        put(founder, "/applications/door", "{\"version\":0,\"open\":true,\"questions\":[]}")
                .expectStatus()
                .isOk();
        var forged = new Someone("forged", "Vera", "vera@VICTIM.example", "asserting");
        refused(
                forged,
                "/applications/" + id(),
                "{\"organization\":\"%s\",\"questionsVersion\":1,\"answers\":[]}"
                        .formatted(rival.id),
                "other-way-in");
        me(victim).expectBody().jsonPath("$.invitations[0].id").isEqualTo(invitation.toString());
        answer(victim, invitation, id()).expectStatus().isNotFound();
        refused(
                founder,
                "/invitations/" + id(),
                invitation(victim, rival.id, REASON + " Vera"),
                "address-of-another-firm");
        var own = id();
        put(founder, "/invitations/" + own, invitation(victim, firm, REASON + " own"))
                .expectStatus()
                .isCreated();
        answer(victim, own, id()).expectStatus().isCreated();
    }

    @Test
    void a_firm_without_a_provider_has_the_people_of_its_proved_domains() {
        var firm = new Firm("unprovided");
        var late = new Someone("realm-1", "Rae Realm", "rae@late.example", "");
        proved(founder, named(founder, "late.example"), "late.example");
        var invitation = id();
        put(founder, "/invitations/" + invitation, invitation(late, sponsor, REASON + " Rae"))
                .expectStatus()
                .isCreated();
        var provided = new Someone("forged-2", "Rae Realm", "rae@late.example", firm.provider);
        answer(provided, invitation, id()).expectStatus().isNotFound();
        answer(late, invitation, id()).expectStatus().isCreated();
    }
}
