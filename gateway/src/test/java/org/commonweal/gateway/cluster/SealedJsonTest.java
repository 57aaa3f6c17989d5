package org.commonweal.gateway.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonweal.gateway.cluster.SealedJson.Unreadable;
import org.commonweal.gateway.login.Tokens;
import org.commonweal.gateway.seal.TestSeal;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

class SealedJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-26T06:00:00.123456Z");
    private static final Tokens TOKENS =
            new Tokens("access", NOW, NOW.plusSeconds(300), "openid email", "refresh");

    private final SealedJson json = new SealedJson(TestSeal.of("one secret of the test"));

    @Test
    void all_that_a_session_holds_comes_back_as_it_was() throws ParseException {
        SecurityContext login = new SecurityContextImpl(login());

        for (Object value : List.of(1_795_672_980_921L, 43_200, TOKENS, login)) {
            String sealed = json.seal(value);

            assertThat(json.open(sealed)).isEqualTo(value);
            assertThat(sealed).matches("[A-Za-z0-9_-]+");
        }
    }

    @Test
    void what_was_sealed_with_another_secret_or_has_another_shape_is_unreadable() {
        String foreign = new SealedJson(TestSeal.of("another secret of the test")).seal(TOKENS);
        String other = json.seal(Map.of("class", new StringBuilder("not one of ours")));

        assertThat(json.open(foreign)).isEqualTo(Unreadable.VALUE);
        assertThat(json.open(other)).isEqualTo(Unreadable.VALUE);
        assertThat(json.open("")).isEqualTo(Unreadable.VALUE);
    }

    @Test
    void a_session_outlives_a_change_of_the_secret() {
        String sealed = json.seal(TOKENS);

        var changed =
                new SealedJson(
                        TestSeal.of("the next secret of the test", "one secret of the test"));

        assertThat(changed.open(sealed)).isEqualTo(TOKENS);
    }

    /** Claims of every shape, read and converted as the login does it. */
    private static OAuth2AuthenticationToken login() throws ParseException {
        Map<String, Object> claims =
                JSONObjectUtils.parse(
                        """
                        {"iss":"https://login.example/realms/commonweal","sub":"ada","sid":"s",
                         "aud":["gateway"],"exp":1795672980,"iat":1795672680,"auth_time":1795672680,
                         "name":"Ada","email_verified":true,"level":1.5,"nothing":null,
                         "organization":{"quay":{"id":"1","roles":["a","b"]}},
                         "address":{"country":"GB"}}\
                        """);
        var types =
                new ClaimTypeConverter(
                        OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters());
        Map<String, Object> converted = Objects.requireNonNull(types.convert(claims));
        OidcIdToken token = new OidcIdToken("id", NOW, NOW.plusSeconds(300), converted);
        OidcUserAuthority authority = new OidcUserAuthority(token);
        return new OAuth2AuthenticationToken(
                new DefaultOidcUser(List.of(authority), token, "sub"),
                List.of(authority),
                "commonweal");
    }
}
