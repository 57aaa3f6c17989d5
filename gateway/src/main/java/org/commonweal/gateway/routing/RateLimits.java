package org.commonweal.gateway.routing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.commonweal.gateway.login.Login;
import org.commonweal.platform.keys.SealingKeys;
import org.springframework.cloud.gateway.filter.ratelimit.KeyResolver;
import org.springframework.cloud.gateway.support.ConfigurationService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One bucket per login, whichever way it came in. */
@Configuration(proxyBeanMethods = false)
class RateLimits {

    /** {@code /scim/v2/{alliance}/{organization}}: four segments and what separates them. */
    private static final int DIRECTORY_ELEMENTS = 8;

    private static final int BALLOT_BOX_PARTS = 64;

    @Bean
    @Primary
    KeyResolver byLogin() {
        return exchange ->
                exchange.getPrincipal()
                        .cast(Authentication.class)
                        .flatMap(who -> Mono.justOrEmpty(Login.of(who)))
                        .map(login -> login.issuer() + ' ' + login.subject());
    }

    /**
     * One bucket per firm's directory and the place from which it asks: a stranger who knows a
     * firm's address uses up none of that firm's own requests.
     */
    @Bean
    KeyResolver byDirectory() {
        return exchange -> {
            var path = exchange.getRequest().getPath().subPath(0, DIRECTORY_ELEMENTS).value();
            return Mono.just("directory " + path + ' ' + host(exchange));
        };
    }

    /** One bucket per place from which mailed links are opened. */
    @Bean
    KeyResolver byAddress() {
        return exchange -> Mono.just("letter " + host(exchange));
    }

    /**
     * One of a few buckets for all ballot boxes, shared by a part of all places from which votes
     * come: a flood from one place stops few others, whichever boxes it names, and nothing is kept
     * of who has voted from where. Which part it is comes from a key of chance that ends with this
     * process, so that nobody finds out who shares theirs.
     */
    @Bean
    KeyResolver byBallotBox() {
        var chance = new byte[32];
        new SecureRandom().nextBytes(chance);
        var keys = new SealingKeys(HexFormat.of().formatHex(chance), List.of());
        return exchange -> {
            var mark = keys.mark(host(exchange).getBytes(StandardCharsets.UTF_8));
            return Mono.just("ballot-box " + Math.floorMod(mark[0], BALLOT_BOX_PARTS));
        };
    }

    private static String host(ServerWebExchange exchange) {
        var from = exchange.getRequest().getRemoteAddress();
        return from == null ? "" : from.getHostString();
    }

    @Bean
    @Profile("!cluster")
    Buckets memoryBuckets() {
        return new MemoryBuckets();
    }

    @Bean
    SilentRateLimiter silentRateLimiter(Buckets buckets, ConfigurationService configuration) {
        return new SilentRateLimiter(buckets, configuration);
    }

    @Bean
    @Primary
    LoginRateLimiter loginRateLimiter(Buckets buckets, ConfigurationService configuration) {
        return new LoginRateLimiter(buckets, configuration);
    }
}
