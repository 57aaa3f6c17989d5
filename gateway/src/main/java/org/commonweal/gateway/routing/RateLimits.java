package org.commonweal.gateway.routing;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.caffeine.Bucket4jCaffeine;
import org.commonweal.gateway.login.Login;
import org.springframework.cloud.gateway.filter.ratelimit.KeyResolver;
import org.springframework.cloud.gateway.support.ConfigurationService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import reactor.core.publisher.Mono;

/** One bucket per login, whichever way it came in; kept in memory, the idle ones forgotten. */
@Configuration(proxyBeanMethods = false)
class RateLimits {

    private static final int BUCKETS_MAX = 20_000;

    @Bean
    KeyResolver byLogin() {
        return exchange ->
                exchange.getPrincipal()
                        .cast(Authentication.class)
                        .flatMap(who -> Mono.justOrEmpty(Login.of(who)))
                        .map(login -> login.issuer() + ' ' + login.subject());
    }

    @Bean
    LoginRateLimiter loginRateLimiter(ConfigurationService configuration) {
        return new LoginRateLimiter(
                Bucket4jCaffeine.<String>builderFor(Caffeine.newBuilder().maximumSize(BUCKETS_MAX))
                        .build()
                        .asAsync(),
                configuration);
    }
}
