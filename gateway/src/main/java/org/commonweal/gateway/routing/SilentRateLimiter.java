package org.commonweal.gateway.routing;

import java.util.Map;
import org.springframework.cloud.gateway.support.ConfigurationService;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * Says nothing of a bucket that several share: how full it is would tell each what others have just
 * done. Who has to wait is told so.
 */
class SilentRateLimiter extends LoginRateLimiter {

    SilentRateLimiter(Buckets buckets, ConfigurationService configuration) {
        super(buckets, configuration);
    }

    @Override
    public Mono<Response> isAllowed(String route, String key) {
        return super.isAllowed(route, key).map(SilentRateLimiter::silent);
    }

    private static Response silent(Response told) {
        var wait = told.getHeaders().get(HttpHeaders.RETRY_AFTER);
        return new Response(
                told.isAllowed(),
                told.isAllowed() || wait == null
                        ? Map.of()
                        : Map.of(HttpHeaders.RETRY_AFTER, wait));
    }
}
