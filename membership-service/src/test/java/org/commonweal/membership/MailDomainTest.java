package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A firm with an administrator, who names mail domains. */
abstract class MailDomainTest extends MembershipTest {

    static final String DOMAINS = "/organizations/mine/domains";

    Someone administrator = founder;

    @BeforeAll
    void theFirmsFirst() {
        administrator = member("Freya Lind");
    }

    UUID named(Someone person, String name) {
        var domain = id();
        put(person, DOMAINS + "/" + domain, naming(name)).expectStatus().isCreated();
        return domain;
    }

    void proved(Someone person, UUID domain, String name) {
        dns.set(record(name), read(person, domain).recordValue());
        assertThat(check(person, domain).state()).isEqualTo("PROVED");
    }

    static String record(String name) {
        return "_commonweal-challenge." + name;
    }

    static String naming(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    Domain check(Someone person, UUID domain) {
        return view(act(person, domain, "check", id()).expectStatus().isOk());
    }

    ResponseSpec act(Someone person, UUID domain, String act, UUID key) {
        return put(person, DOMAINS + "/" + domain + "/" + act, "{}", key);
    }

    Domain read(Someone person, UUID domain) {
        var list =
                get(person, DOMAINS)
                        .expectStatus()
                        .isOk()
                        .expectBody(Domains.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(list).items().stream()
                .filter(one -> one.id().equals(domain))
                .findFirst()
                .orElseThrow();
    }

    static Domain view(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(Domain.class).returnResult().getResponseBody());
    }

    record Domains(List<Domain> items) {}

    record Domain(
            UUID id,
            String name,
            String shown,
            String state,
            String recordName,
            String recordValue,
            @Nullable String method,
            @Nullable Instant provedAt,
            @Nullable String finding,
            List<String> seen,
            @Nullable Instant losesAt) {}
}
