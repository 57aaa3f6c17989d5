package org.commonweal.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.commonweal.gateway.test.Browser;
import org.commonweal.gateway.test.GatewayTest;
import org.commonweal.gateway.test.OpenStream;
import org.commonweal.gateway.test.TestProvider;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

class BackChannelLogoutTest extends GatewayTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Browser browser = browser().loggedInAs("ada");

    @Test
    void the_provider_ends_the_session_that_came_of_its_own() {
        Browser other = browser().loggedInAs("bob");

        assertThat(send(TestProvider.sign(PROVIDER.key(), token("sid-of-ada").build())))
                .isEqualTo(HttpStatus.OK);

        assertThat(browser.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(other.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void a_token_that_names_a_person_ends_all_that_the_person_has() {
        Browser second = browser().loggedInAs("ada");
        Browser other = browser().loggedInAs("bob");

        assertThat(send(sign(token("sid-of-ada").claim("sid", null)))).isEqualTo(HttpStatus.OK);

        assertThat(browser.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(second.get("/api/me").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(other.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void the_open_stream_of_the_session_ends_with_it() {
        try (OpenStream stream = OpenStream.as(GATEWAY, browser::sendCookies, null)) {
            assertThat(send(sign(token("sid-of-ada")))).isEqualTo(HttpStatus.OK);

            assertThat(stream.endsWithin(SOON)).isTrue();
        }
    }

    @Test
    void a_copy_of_a_token_does_not_end_what_began_later() {
        String told = sign(token("sid-of-ada").claim("sid", null));
        assertThat(send(told)).isEqualTo(HttpStatus.OK);
        browser.loggedInAs("ada");

        refuses(told);
    }

    @Test
    void a_token_of_nobody_of_another_time_or_of_another_kind_is_refused() {
        Instant now = Instant.now();
        refuses(sign(token("sid-of-ada").claim("sid", null).subject(null)));
        refuses(sign(token("sid-of-ada").jwtID(null)));
        refuses(sign(token("sid-of-ada").issueTime(null)));
        refuses(sign(token("sid-of-ada").issueTime(Date.from(now.minusSeconds(3600)))));
        refuses(sign(token("sid-of-ada").issueTime(Date.from(now.plusSeconds(3600)))));
        refuses(sign(token("sid-of-ada").expirationTime(Date.from(now.minusSeconds(120)))));
        refuses(sign(token("sid-of-ada").claim("nonce", "of an id token")));
        refuses(sign(token("sid-of-ada").claim("events", Map.of("https://other.example", 1))));
        refuses(new PlainJWT(token("sid-of-ada").build()).serialize());
    }

    @Test
    void nobody_else_can() throws Exception {
        RSAKey forged = new RSAKeyGenerator(2048).keyID(PROVIDER.key().getKeyID()).generate();
        JWTClaimsSet good = token("sid-of-ada").build();

        refuses(TestProvider.sign(forged, good));
        refuses(
                TestProvider.sign(
                        PROVIDER.key(), new JWTClaimsSet.Builder(good).audience("other").build()));
        refuses(
                TestProvider.sign(
                        PROVIDER.key(),
                        new JWTClaimsSet.Builder(good).issuer("https://evil.example").build()));
        refuses(
                TestProvider.sign(
                        PROVIDER.key(),
                        new JWTClaimsSet.Builder(good).claim("events", null).build()));
        refuses("nonsense");
        refuses("");
    }

    private void refuses(String token) {
        assertThat(send(token)).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(browser.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    private static JWTClaimsSet.Builder token(String session) {
        return PROVIDER.claims("ada")
                .audience("gateway")
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", session)
                .claim(
                        "events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    private static String sign(JWTClaimsSet.Builder token) {
        return TestProvider.sign(PROVIDER.key(), token.build());
    }

    private static HttpStatusCode send(String token) {
        return browser()
                .send(
                        HttpMethod.POST,
                        "/logout/connect/back-channel/commonweal",
                        form ->
                                form.header("Content-Type", "application/x-www-form-urlencoded")
                                        .bodyValue("logout_token=" + token))
                .getStatus();
    }
}
