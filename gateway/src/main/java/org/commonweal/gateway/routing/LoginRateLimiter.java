package org.commonweal.gateway.routing;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.cloud.gateway.filter.ratelimit.AbstractRateLimiter;
import org.springframework.cloud.gateway.filter.ratelimit.Bucket4jRateLimiter.Config;
import org.springframework.cloud.gateway.support.ConfigurationService;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * One bucket per login, its state told in the IETF's RateLimit headers with the time to come back.
 * Configured as the stock limiter is, which answers 429 when it cannot reach its buckets.
 */
class LoginRateLimiter extends AbstractRateLimiter<Config> {

    private static final String PROPERTY = "bucket4j-rate-limiter";

    private final Buckets buckets;

    LoginRateLimiter(Buckets buckets, ConfigurationService configuration) {
        super(Config.class, PROPERTY, configuration);
        this.buckets = buckets;
    }

    @Override
    public Mono<Response> isAllowed(String route, String login) {
        Config config = Objects.requireNonNull(getConfig().get(route), route);
        return buckets.take(
                        login,
                        config.getRequestedTokens(),
                        config.getConfigurationBuilder().apply(config))
                .map(probe -> response(config, probe));
    }

    private static Response response(Config config, ConsumptionProbe probe) {
        return new Response(probe.isConsumed(), headers(config, probe.getRemainingTokens()));
    }

    private static Map<String, String> headers(Config config, long tokensLeft) {
        Duration period = Objects.requireNonNull(config.getRefillPeriod(), "refill-period");
        long quota = config.getCapacity();
        long secondsToFull = Math.ceilDiv((quota - tokensLeft) * period.toMillis(), quota * 1000);
        String policy = "\"login\";q=" + quota + ";w=" + period.toSeconds();
        String state = "\"login\";r=" + tokensLeft + ";t=" + secondsToFull;
        if (tokensLeft > 0) {
            return Map.of("RateLimit-Policy", policy, "RateLimit", state);
        }
        long secondsToNext = Math.max(1, Math.ceilDiv(period.toMillis(), quota * 1000));
        return Map.of(
                "RateLimit-Policy",
                policy,
                "RateLimit",
                state,
                HttpHeaders.RETRY_AFTER,
                Long.toString(secondsToNext));
    }
}
