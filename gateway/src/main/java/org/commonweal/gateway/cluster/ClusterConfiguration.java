package org.commonweal.gateway.cluster;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.commonweal.gateway.login.LoginProperties;
import org.commonweal.gateway.login.Sessions;
import org.commonweal.gateway.login.TokenTurns;
import org.commonweal.gateway.routing.Buckets;
import org.commonweal.gateway.seal.Seal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.listener.ReactiveRedisMessageListenerContainer;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.MapSession;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.data.redis.ReactiveRedisSessionRepository;
import org.springframework.session.data.redis.RedisSessionMapper;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionIdResolver;
import org.springframework.web.server.session.WebSessionManager;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Mono;

/** The one place where the profile {@code cluster} puts Valkey where memory is else. */
@Configuration(proxyBeanMethods = false)
@Profile("cluster")
class ClusterConfiguration {

    private static final Duration RECONNECT_FIRST = Duration.ofMillis(50);
    private static final Duration RECONNECT_MAX = Duration.ofMillis(500);

    /** What Valkey does not answer in time fails; nothing queues up for a server that is away. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failSoon() {
        return options ->
                options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .timeoutOptions(TimeoutOptions.enabled());
    }

    @Bean
    ClientResourcesBuilderCustomizer comeBackSoon() {
        return resources ->
                resources.reconnectDelay(
                        Delay.exponential(
                                RECONNECT_FIRST, RECONNECT_MAX, 2, TimeUnit.MILLISECONDS));
    }

    @Bean
    SealedJson sealedJson(Seal seal) {
        return new SealedJson(seal);
    }

    @Bean
    ReactiveRedisSessionRepository storedSessions(
            ReactiveRedisConnectionFactory connections,
            SealedJson json,
            @Value("${server.reactive.session.timeout}") Duration timeout) {
        RedisSerializer<String> text = RedisSerializer.string();
        var values =
                RedisSerializationContext.<String, Object>newSerializationContext(text)
                        .value(json)
                        .hashKey(text)
                        .hashValue(json)
                        .build();
        var sessions =
                new ReactiveRedisSessionRepository(
                        new ReactiveRedisTemplate<>(connections, values));
        sessions.setRedisKeyNamespace(Keys.NAMESPACE);
        sessions.setDefaultMaxInactiveInterval(timeout);
        sessions.setRedisSessionMapper(ClusterConfiguration::session);
        return sessions;
    }

    /** What cannot be read, or is only a rest, is no session; its owner logs in again. */
    private static Mono<MapSession> session(String id, Map<String, Object> values) {
        return values.containsValue(SealedJson.Unreadable.VALUE)
                ? Mono.empty()
                : Mono.fromSupplier(() -> new RedisSessionMapper().apply(id, values))
                        .onErrorComplete(IllegalStateException.class);
    }

    @Bean
    WebSessionManager webSessionManager(
            ReactiveRedisSessionRepository stored, WebSessionIdResolver cookie, Seal seal) {
        var manager = new DefaultWebSessionManager();
        manager.setSessionStore(store(stored));
        manager.setSessionIdResolver(new SealedSessionIds(cookie, seal));
        return manager;
    }

    private static <S extends Session> WebSessionStore store(ReactiveSessionRepository<S> stored) {
        return new SpringSessionWebSessionStore<>(new StoredSessions<>(stored));
    }

    @Bean
    Sessions sessions(ReactiveStringRedisTemplate valkey, ReactiveRedisSessionRepository stored) {
        return new ValkeySessions(valkey, new SessionReader(new StoredSessions<>(stored)));
    }

    @Bean
    EndedSessions endedSessions(
            ReactiveRedisConnectionFactory connections, ApplicationEventPublisher events) {
        return new EndedSessions(new ReactiveRedisMessageListenerContainer(connections), events);
    }

    @Bean
    TokenTurns tokenTurns(
            ReactiveStringRedisTemplate valkey, SealedJson json, LoginProperties login) {
        return new ValkeyTokenTurns(valkey, json, login.providerTimeout().multipliedBy(2));
    }

    @Bean
    Buckets buckets(LettuceConnectionFactory connections) {
        return new ValkeyBuckets((RedisClient) connections.getRequiredNativeClient());
    }
}
