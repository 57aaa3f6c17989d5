package org.commonweal.membership.scim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A directory is no person: it has neither session nor access token, only its firm's own token. */
@Configuration(proxyBeanMethods = false)
class ScimConfiguration {

    private static final String BEARER = "Bearer ";

    private final ScimTokens tokens;

    ScimConfiguration(ScimTokens tokens) {
        this.tokens = tokens;
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain directories(ServerHttpSecurity http) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/scim/**"))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(paths ->
                        paths.pathMatchers("/scim/v2/{alliance}/{organization}/**")
                                .access((_, context) -> speaks(context))
                                .anyExchange()
                                .denyAll())
                .exceptionHandling(on ->
                        on.authenticationEntryPoint((exchange, _) -> refuse(exchange))
                                .accessDeniedHandler((exchange, _) -> refuse(exchange)))
                .build();
    }

    private Mono<AuthorizationResult> speaks(AuthorizationContext context) {
        var header =
                context.getExchange().getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        var directory = directory(context);
        if (directory.isEmpty() || header == null || !header.startsWith(BEARER)) {
            return Mono.just(new AuthorizationDecision(false));
        }
        return tokens.isPresent(directory.get(), sha256(header.substring(BEARER.length())))
                .map(AuthorizationDecision::new);
    }

    private static Optional<Directory> directory(AuthorizationContext context) {
        try {
            return Optional.of(
                    new Directory(
                            UUID.fromString(text(context.getVariables().get("alliance"))),
                            UUID.fromString(text(context.getVariables().get("organization")))));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Object variable) {
        return String.valueOf(variable);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static Mono<Void> refuse(ServerWebExchange exchange) {
        var detail = "Send the present SCIM token of this firm as a bearer token.";
        var counted =
                Problem.refusal(HttpStatus.UNAUTHORIZED, "not-logged-in", "Not logged in", detail)
                        .response();
        var response = exchange.getResponse();
        response.setStatusCode(counted.getStatusCode());
        response.getHeaders().setContentType(MediaType.valueOf(ScimController.SCIM_JSON));
        response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        var body =
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"401",\
                "detail":"%s"}\
                """
                        .formatted(detail);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
