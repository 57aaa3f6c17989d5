package org.commonweal.gateway.cluster;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.commonweal.embedded.ValkeyServer;
import org.commonweal.gateway.login.Tokens;
import org.commonweal.gateway.seal.TestSeal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import reactor.core.publisher.Mono;

class ValkeyTokenTurnsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Tokens HELD = tokens("held");

    @TempDir Path directory;

    private final SealedJson json = new SealedJson(TestSeal.of("one secret of the test"));
    private final WebSession session =
            Objects.requireNonNull(new InMemoryWebSessionStore().createWebSession().block());
    private ValkeyServer server;
    private LettuceConnectionFactory connections;
    private ReactiveStringRedisTemplate valkey;

    @BeforeEach
    void start() {
        server = ValkeyServer.start(directory, 0).endWithThisProcess();
        connections = new LettuceConnectionFactory("127.0.0.1", server.port());
        connections.afterPropertiesSet();
        connections.start();
        valkey = new ReactiveStringRedisTemplate(connections);
        valkey.opsForHash()
                .put(
                        Keys.session(session.getId()),
                        Keys.attribute(Tokens.ATTRIBUTE),
                        json.seal(HELD))
                .block();
    }

    @AfterEach
    void stop() {
        connections.destroy();
        server.close();
    }

    @Test
    void who_waited_is_given_what_the_other_has_brought() {
        CompletableFuture<Tokens> atTheProvider = new CompletableFuture<>();
        var first = turns(PATIENCE).renew(session, _ -> Mono.fromFuture(atTheProvider)).toFuture();
        awaitATurn();
        var second = turns(PATIENCE).renew(session, Mono::just).toFuture();

        atTheProvider.complete(tokens("new"));

        assertThat(first.orTimeout(20, SECONDS).join()).isEqualTo(tokens("new"));
        assertThat(second.orTimeout(20, SECONDS).join()).isEqualTo(tokens("new"));
        Awaitility.await().atMost(PATIENCE).until(() -> !hasTurn());
    }

    @Test
    void who_comes_back_after_its_turn_was_over_changes_nothing() {
        CompletableFuture<Tokens> atTheProvider = new CompletableFuture<>();
        var late =
                turns(Duration.ofMillis(100))
                        .renew(session, _ -> Mono.fromFuture(atTheProvider))
                        .toFuture();
        Tokens newer =
                turns(PATIENCE).renew(session, _ -> Mono.just(tokens("newer"))).block(PATIENCE);
        assertThat(newer).isEqualTo(tokens("newer"));

        atTheProvider.complete(tokens("late"));

        assertThat(late.orTimeout(20, SECONDS).join()).isEqualTo(tokens("newer"));
        assertThat(turns(PATIENCE).renew(session, Mono::just).block(PATIENCE)).isEqualTo(newer);
    }

    @Test
    void a_refusal_counts_only_for_tokens_that_the_session_still_holds() {
        CompletableFuture<Tokens> atTheProvider = new CompletableFuture<>();
        var late =
                turns(Duration.ofMillis(100))
                        .renew(session, _ -> Mono.fromFuture(atTheProvider))
                        .toFuture();
        turns(PATIENCE).renew(session, _ -> Mono.just(tokens("newer"))).block(PATIENCE);
        OAuth2AuthorizationException refused =
                new OAuth2AuthorizationException(new OAuth2Error("invalid_grant"));

        atTheProvider.completeExceptionally(refused);

        assertThat(late.orTimeout(20, SECONDS).join()).isEqualTo(tokens("newer"));
        var refusedNow = turns(PATIENCE).renew(session, _ -> Mono.error(refused)).toFuture();
        assertThat(refusedNow).failsWithin(PATIENCE).withThrowableThat().withCause(refused);
    }

    @Test
    void a_session_that_ended_meanwhile_is_not_brought_back() {
        Mono<Tokens> renewed =
                turns(PATIENCE)
                        .renew(
                                session,
                                _ ->
                                        valkey.delete(Keys.session(session.getId()))
                                                .thenReturn(tokens("new")));

        assertThat(renewed.blockOptional(PATIENCE)).isEmpty();
        assertThat(valkey.keys("*").collectList().block(PATIENCE)).isEmpty();
    }

    private ValkeyTokenTurns turns(Duration max) {
        return new ValkeyTokenTurns(valkey, json, max);
    }

    private void awaitATurn() {
        Awaitility.await().atMost(PATIENCE).until(this::hasTurn);
    }

    private boolean hasTurn() {
        return Boolean.TRUE.equals(valkey.hasKey(Keys.turn(session.getId())).block(PATIENCE));
    }

    private static Tokens tokens(String name) {
        return new Tokens("access-" + name, null, null, "openid", "refresh-" + name);
    }
}
