package org.commonweal.gateway.cluster;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.commonweal.gateway.routing.Buckets;
import org.commonweal.gateway.routing.MemoryBuckets;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The buckets of all gateways together. While Valkey is away, what only reads is counted by each
 * gateway alone, and what writes is refused.
 */
final class ValkeyBuckets implements Buckets {

    private static final Duration FORGOTTEN_AFTER_FULL = Duration.ofMinutes(1);
    private static final Set<HttpMethod> READS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Buckets alone = new MemoryBuckets();
    private final Mono<AsyncProxyManager<String>> together;

    /** Connects at the first use, so that a gateway starts without Valkey too. */
    ValkeyBuckets(RedisClient client) {
        together =
                Mono.fromCallable(() -> connect(client))
                        .subscribeOn(Schedulers.boundedElastic())
                        .cacheInvalidateIf(_ -> false);
    }

    @Override
    public Mono<ConsumptionProbe> take(
            String login, long tokens, BucketConfiguration configuration) {
        return together.flatMap(buckets ->
                        Mono.fromFuture(() ->
                                buckets.builder()
                                        .build(
                                                Keys.bucket(login),
                                                () ->
                                                        CompletableFuture.completedFuture(
                                                                configuration))
                                        .tryConsumeAndReturnRemaining(tokens)))
                .onErrorResume(away ->
                        Mono.deferContextual(context ->
                                reads(context.get(ServerWebExchange.class))
                                        ? alone.take(login, tokens, configuration)
                                        : Mono.error(Outage.of(away))));
    }

    private static boolean reads(ServerWebExchange exchange) {
        return READS.contains(exchange.getRequest().getMethod());
    }

    private static AsyncProxyManager<String> connect(RedisClient client) {
        return Bucket4jLettuce.casBasedBuilder(
                        client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                FORGOTTEN_AFTER_FULL))
                .build()
                .asAsync();
    }
}
