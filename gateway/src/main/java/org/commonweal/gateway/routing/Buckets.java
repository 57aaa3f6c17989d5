package org.commonweal.gateway.routing;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import reactor.core.publisher.Mono;

/** Where the buckets of the logins are. */
public interface Buckets {

    /** Takes that many tokens from the login's bucket, which is made full when there is none. */
    Mono<ConsumptionProbe> take(String login, long tokens, BucketConfiguration configuration);
}
