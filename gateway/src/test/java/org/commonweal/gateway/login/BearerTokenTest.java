package org.commonweal.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.commonweal.gateway.test.GatewayTest;
import org.commonweal.gateway.test.TestProvider;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class BearerTokenTest extends GatewayTest {

    @Test
    void a_good_token_needs_neither_session_nor_csrf_token_and_gets_none() {
        EntityExchangeResult<String> answer =
                browser()
                        .send(
                                HttpMethod.PUT,
                                "/api/alliances/1/thanks/2",
                                request ->
                                        request.header(
                                                "Authorization", "Bearer " + PROVIDER.bearer("m")));

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getResponseCookies()).isEmpty();
        assertThat(service("recognition").next().headers().get("Authorization"))
                .singleElement()
                .asString()
                .startsWith("Bearer ey");
    }

    @Test
    void nobody_is_refused_without_being_sent_to_a_login_page() {
        EntityExchangeResult<String> answer = browser().get("/api/me");

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(answer.getResponseHeaders().getLocation()).isNull();
        assertThat(answer.getResponseHeaders().getContentType())
                .hasToString("application/problem+json");
        assertThat(answer.getResponseBody())
                .contains("urn:commonweal:refusal:not-logged-in", "\"instance\":\"/api/me\"");
    }

    @Test
    void a_token_signed_by_another_is_refused() throws Exception {
        RSAKey forged = new RSAKeyGenerator(2048).keyID(PROVIDER.key().getKeyID()).generate();

        refuses(TestProvider.sign(forged, PROVIDER.claims("m").build()));
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        refuses(signed(PROVIDER.claims("m").audience("somebody-else").build()));
        refuses(signed(PROVIDER.claims("m").audience((String) null).build()));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        refuses(signed(PROVIDER.claims("m").issuer("https://evil.example").build()));
    }

    @Test
    void an_expired_token_is_refused() {
        Date longAgo = Date.from(Instant.now().minusSeconds(3600));
        refuses(signed(PROVIDER.claims("m").expirationTime(longAgo).build()));
    }

    /** Its life and what clocks may differ are how long a closed account is let in: a minute. */
    @Test
    void a_token_that_has_just_expired_is_refused_too() {
        Date lately = Date.from(Instant.now().minusSeconds(15));
        refuses(signed(PROVIDER.claims("m").expirationTime(lately).build()));
    }

    /** How seldom stands in ProviderKeysTest; here it is seen to be in force, in both places. */
    @Test
    void tokens_with_invented_key_ids_do_not_flood_the_provider() throws Exception {
        refuses("nonsense");
        int before = PROVIDER.keyFetches();
        Instant began = Instant.now();

        RSAKey key = new RSAKeyGenerator(2048).generate();
        for (int i = 0; i < 50; i++) {
            RSAKey invented = new RSAKey.Builder(key).keyID("invented-" + i).build();
            String token = TestProvider.sign(invented, PROVIDER.claims("m").build());
            assertThat(withBearer(token).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(logout(token).getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        }

        long tenSeconds = Duration.between(began, Instant.now()).toSeconds() / 10;
        assertThat(PROVIDER.keyFetches() - before).isLessThanOrEqualTo((int) tenSeconds + 1);
    }

    @Test
    void an_unsigned_token_is_refused() {
        refuses(new PlainJWT(PROVIDER.claims("m").build()).serialize());
    }

    @Test
    void what_is_no_token_is_refused() {
        refuses("nonsense");
        refuses("");
    }

    /** Even beside a good session: a request says who it is in one way. */
    private static void refuses(String token) {
        EntityExchangeResult<String> answer =
                browser()
                        .loggedInAs("ada")
                        .send(
                                HttpMethod.GET,
                                "/api/me",
                                request -> request.header("Authorization", "Bearer " + token));

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(answer.getResponseHeaders().getFirst("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(service("membership").waiting()).isZero();
    }

    private static EntityExchangeResult<String> withBearer(String token) {
        return browser()
                .send(
                        HttpMethod.GET,
                        "/api/me",
                        request -> request.header("Authorization", "Bearer " + token));
    }

    private static EntityExchangeResult<String> logout(String token) {
        return browser()
                .send(
                        HttpMethod.POST,
                        "/logout/connect/back-channel/commonweal",
                        form ->
                                form.header("Content-Type", "application/x-www-form-urlencoded")
                                        .bodyValue("logout_token=" + token));
    }

    private static String signed(JWTClaimsSet claims) {
        return TestProvider.sign(PROVIDER.key(), claims);
    }
}
