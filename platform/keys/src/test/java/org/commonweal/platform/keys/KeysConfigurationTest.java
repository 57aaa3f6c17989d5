package org.commonweal.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

class KeysConfigurationTest {

    private static final RSAKey OURS = KeyServer.key("ours");
    private static final RSAKey FORGED = KeyServer.key("ours");

    private final KeyServer server = new KeyServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void it_checks_signature_issuer_and_audience_in_the_place_of_the_stock_decoder() {
        server.publish(OURS);
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(
                                KeysConfiguration.class,
                                ReactiveOAuth2ResourceServerAutoConfiguration.class))
                .withPropertyValues(
                        property("issuer-uri", server.issuer()),
                        property("jwk-set-uri", server.address()),
                        property("audiences", "commonweal-api"))
                .run(context -> {
                    assertThat(context).hasSingleBean(ReactiveJwtDecoder.class);
                    check(context.getBean(ReactiveJwtDecoder.class));
                });
    }

    private void check(ReactiveJwtDecoder tokens) {
        String good = server.token(OURS, "commonweal-api").serialize();
        assertThat(Objects.requireNonNull(tokens.decode(good).block()).getSubject())
                .isEqualTo("ada");

        refuses(tokens, server.token(FORGED, "commonweal-api").serialize());
        refuses(tokens, server.token(KeyServer.key("unknown"), "commonweal-api").serialize());
        refuses(tokens, server.token(OURS, "another-api").serialize());
        try (var elsewhere = new KeyServer()) {
            refuses(tokens, elsewhere.token(OURS, "commonweal-api").serialize());
        }
    }

    private static void refuses(ReactiveJwtDecoder tokens, String token) {
        assertThatThrownBy(() -> tokens.decode(token).block()).isInstanceOf(BadJwtException.class);
    }

    private static String property(String name, String value) {
        return "spring.security.oauth2.resourceserver.jwt." + name + "=" + value;
    }
}
