package org.commonweal.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Map;
import org.commonweal.gateway.test.Browser;
import org.commonweal.gateway.test.GatewayTest;
import org.commonweal.gateway.test.TestProvider;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

class BackChannelLogoutTest extends GatewayTest {

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
                .claim("sid", session)
                .claim(
                        "events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
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
