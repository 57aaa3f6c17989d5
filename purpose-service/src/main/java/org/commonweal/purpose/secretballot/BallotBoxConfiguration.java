package org.commonweal.purpose.secretballot;

import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/** Who casts a secret vote is not asked for a login. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BallotsProperties.class)
class BallotBoxConfiguration {

    private static final String BOXES = "/ballot-boxes/";

    /** From which the secrets of boxes are drawn. */
    @Bean
    SecureRandom chance() {
        return new SecureRandom();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain votesWithoutLogin(ServerHttpSecurity http) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(BOXES + "**"))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(paths ->
                        paths.pathMatchers(HttpMethod.POST, BOXES + "{alliance}/{proposal}/votes")
                                .permitAll()
                                .anyExchange()
                                .denyAll())
                .build();
    }
}
