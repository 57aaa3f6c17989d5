package org.commonweal.gateway.routing;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.cloud.gateway.filter.ratelimit.Bucket4jRateLimiter;
import org.springframework.cloud.gateway.support.ConfigurationService;
import org.springframework.http.HttpHeaders;

/** The stock limiter, telling its state in the IETF's RateLimit headers and when to come back. */
class LoginRateLimiter extends Bucket4jRateLimiter {

    LoginRateLimiter(AsyncProxyManager<String> buckets, ConfigurationService configuration) {
        super(buckets, configuration);
    }

    @Override
    public Map<String, String> getHeaders(Config config, Long tokensLeft) {
        Duration period = Objects.requireNonNull(config.getRefillPeriod(), "refill-period");
        long quota = config.getCapacity();
        long secondsToFull = ceilDiv((quota - tokensLeft) * period.toMillis(), quota * 1000);
        String policy = "\"login\";q=" + quota + ";w=" + period.toSeconds();
        String state = "\"login\";r=" + Math.max(tokensLeft, 0) + ";t=" + secondsToFull;
        if (tokensLeft > 0) {
            return Map.of("RateLimit-Policy", policy, "RateLimit", state);
        }
        long secondsToNext = Math.max(1, ceilDiv(period.toMillis(), quota * 1000));
        return Map.of(
                "RateLimit-Policy",
                policy,
                "RateLimit",
                state,
                HttpHeaders.RETRY_AFTER,
                Long.toString(secondsToNext));
    }

    private static long ceilDiv(long value, long by) {
        return Math.ceilDiv(value, by);
    }
}
