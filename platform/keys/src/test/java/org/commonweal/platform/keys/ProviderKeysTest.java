package org.commonweal.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

class ProviderKeysTest {

    private static final RSAKey OLD = KeyServer.key("old");
    private static final RSAKey NEW = KeyServer.key("new");

    private final KeyServer server = new KeyServer();
    private final MovedClock clock = new MovedClock();
    private final ProviderKeys keys = new ProviderKeys(WebClient.create(), server.address(), clock);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_thousand_tokens_of_one_key_cost_one_fetch() {
        server.publish(OLD);

        var found =
                Flux.range(0, 1000).flatMap(_ -> keys.apply(server.token(OLD, "a"))).collectList();

        assertThat(Objects.requireNonNull(found.block())).hasSize(1000);
        assertThat(server.fetches()).isEqualTo(1);
    }

    @Test
    void a_new_keys_first_token_is_known_at_once() {
        server.publish(OLD);
        assertThat(found(OLD)).containsExactly("old");
        clock.move(Duration.ofSeconds(10));
        server.publish(NEW, OLD);

        assertThat(found(NEW)).containsExactly("new");
        assertThat(found(OLD)).containsExactly("old");
        assertThat(server.fetches()).isEqualTo(2);
    }

    @Test
    void a_withdrawn_key_is_refused_within_a_minute_whoever_asks_meanwhile() {
        server.publish(NEW, OLD);
        assertThat(found(OLD)).containsExactly("old");
        server.publish(NEW);
        clock.move(Duration.ofSeconds(29));
        assertThat(found(OLD)).containsExactly("old");
        clock.move(Duration.ofSeconds(1));

        assertThat(found(OLD)).isEmpty();
        assertThat(found(NEW)).containsExactly("new");
    }

    @Test
    void invented_key_ids_cost_one_fetch_in_ten_seconds() {
        server.publish(OLD);
        assertThat(found(OLD)).containsExactly("old");

        for (int second = 0; second < 60; second++) {
            clock.move(Duration.ofSeconds(1));
            for (int i = 0; i < 5; i++) {
                assertThat(found(NEW)).isEmpty();
            }
        }

        assertThat(server.fetches()).isEqualTo(1 + 6);
        assertThat(found(OLD)).containsExactly("old");
    }

    @Test
    void while_the_provider_is_away_the_keys_that_are_held_go_on() {
        server.publish(OLD);
        assertThat(found(OLD)).containsExactly("old");
        server.answerWith(503);
        clock.move(Duration.ofMinutes(10));

        assertThat(found(OLD)).containsExactly("old");
        assertThat(found(OLD)).containsExactly("old");
        assertThat(server.fetches()).isEqualTo(2);

        server.answerWith(200);
        server.publish(NEW);
        clock.move(Duration.ofSeconds(30));
        assertThat(found(NEW)).containsExactly("new");
        assertThat(found(OLD)).isEmpty();
    }

    @Test
    void before_any_key_is_there_nobody_is_refused_as_a_forger() {
        server.answerWith(503);

        assertThatThrownBy(() -> found(OLD)).hasMessageContaining("not there yet");
        assertThatThrownBy(() -> found(OLD)).hasMessageContaining("not there yet");
        assertThat(server.fetches()).isEqualTo(1);

        server.answerWith(200);
        server.publish(OLD);
        clock.move(Duration.ofSeconds(10));
        assertThat(found(OLD)).containsExactly("old");
    }

    private List<String> found(RSAKey signer) {
        var found = keys.apply(server.token(signer, "a")).map(JWK::getKeyID).collectList();
        return Objects.requireNonNull(found.block());
    }

    /** Stands still but for the test. */
    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-11-26T06:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
