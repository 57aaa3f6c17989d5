package org.commonweal.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonweal.platform.messaging.FirstQuestion;
import org.commonweal.platform.messaging.Freshness;
import org.commonweal.platform.operating.Refusals;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/** The edge that every service has; everything is denied but what a token and a standing allow. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@Import({Problems.class, OpenApiConfiguration.class})
class WebConfiguration implements WebFluxConfigurer {

    private static final String[] PROBES = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/health/startup",
        "/actuator/prometheus"
    };

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new CallerArgument());
    }

    @Bean
    WebFilter firstQuestion() {
        return (exchange, chain) -> chain.filter(exchange).contextWrite(FirstQuestion::placedIn);
    }

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // bearer tokens only, no cookies
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                // Health and metrics have a port of their own, which only the platform reaches.
                .authorizeExchange(paths -> paths.pathMatchers(PROBES).permitAll())
                .authorizeExchange(paths -> paths.pathMatchers("/actuator/**").denyAll())
                .authorizeExchange(paths -> paths.anyExchange().authenticated())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> {})
                                .authenticationEntryPoint((exchange, _) -> notLoggedIn(exchange)))
                .exceptionHandling(
                        on -> on.authenticationEntryPoint((exchange, _) -> notLoggedIn(exchange)))
                .build();
    }

    private static Mono<Void> notLoggedIn(ServerWebExchange exchange) {
        Refusals.count("not-logged-in");
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().set("WWW-Authenticate", "Bearer");
        var body =
                """
                {"type":"urn:commonweal:refusal:not-logged-in","title":"Not logged in",\
                "status":401,"detail":"Log in, or send a valid access token."}\
                """;
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }

    @Bean
    JacksonModule strictText() {
        return StrictText.module();
    }

    @Bean
    EdgeProblems edgeProblems(JsonMapper json) {
        return new EdgeProblems(json);
    }

    @Bean
    RequestHash requestHash(JsonMapper json) {
        return new RequestHash(json);
    }

    @Bean
    Cursors cursors(
            @Value("${commonweal.cursor-secret}") String secret,
            @Value("${commonweal.accepted-cursor-secrets:}") List<String> accepted) {
        return new Cursors(secret, accepted);
    }

    /**
     * The same secret in all services makes the same key, hashed apart from that of the cursors.
     */
    @Bean
    DataSeal dataSeal(@Value("${commonweal.cursor-secret}") String secret) {
        return new DataSeal(secret);
    }

    @Bean
    StandingsGuard standingsGuard(Freshness freshness) {
        return new StandingsGuard(freshness);
    }

    /** Membership-service owns the standings and is never stale. */
    @Bean
    @ConditionalOnProperty(
            name = "commonweal.owns-standings",
            havingValue = "false",
            matchIfMissing = true)
    FreshnessFilter freshnessFilter(Freshness freshness) {
        return new FreshnessFilter(freshness);
    }
}
