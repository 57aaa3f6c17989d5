package org.commonweal.gateway.routing;

import org.commonweal.gateway.login.Login;
import org.springframework.cloud.gateway.filter.ratelimit.KeyResolver;
import org.springframework.cloud.gateway.support.ConfigurationService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import reactor.core.publisher.Mono;

/** One bucket per login, whichever way it came in. */
@Configuration(proxyBeanMethods = false)
class RateLimits {

    @Bean
    KeyResolver byLogin() {
        return exchange ->
                exchange.getPrincipal()
                        .cast(Authentication.class)
                        .flatMap(who -> Mono.justOrEmpty(Login.of(who)))
                        .map(login -> login.issuer() + ' ' + login.subject());
    }

    @Bean
    @Profile("!cluster")
    Buckets memoryBuckets() {
        return new MemoryBuckets();
    }

    @Bean
    LoginRateLimiter loginRateLimiter(Buckets buckets, ConfigurationService configuration) {
        return new LoginRateLimiter(buckets, configuration);
    }
}
