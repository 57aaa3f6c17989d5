package org.commonweal.gateway.routing;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.caffeine.Bucket4jCaffeine;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import reactor.core.publisher.Mono;

/** The buckets of one gateway, in its own memory; the idle ones are forgotten. */
public final class MemoryBuckets implements Buckets {

    private static final int BUCKETS_MAX = 20_000;

    private final ProxyManager<String> buckets =
            Bucket4jCaffeine.<String>builderFor(Caffeine.newBuilder().maximumSize(BUCKETS_MAX))
                    .build();

    @Override
    public Mono<ConsumptionProbe> take(
            String login, long tokens, BucketConfiguration configuration) {
        return Mono.fromSupplier(() ->
                buckets.builder()
                        .build(login, () -> configuration)
                        .tryConsumeAndReturnRemaining(tokens));
    }
}
