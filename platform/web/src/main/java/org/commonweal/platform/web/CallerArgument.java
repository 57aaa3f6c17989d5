package org.commonweal.platform.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.FirstQuestion;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Makes the {@link Caller} of a controller's method from the token and the path. Whoever has not
 * accepted what acting requires by now reads, and writes nothing but {@link WhateverIsAgreed}.
 */
final class CallerArgument implements HandlerMethodArgumentResolver {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        var caller =
                ReactiveSecurityContextHolder.getContext()
                        .mapNotNull(SecurityContext::getAuthentication)
                        .ofType(JwtAuthenticationToken.class)
                        .map(login -> caller(login.getToken(), exchange));
        return READING.contains(exchange.getRequest().getMethod())
                        || parameter.hasMethodAnnotation(WhateverIsAgreed.class)
                ? caller.cast(Object.class)
                : caller.flatMap(CallerArgument::agreed);
    }

    private static Mono<Object> agreed(Caller caller) {
        return FirstQuestion.ask(
                        caller.alliance(),
                        sql ->
                                OutdatedAgreements.first(sql, caller)
                                        .flatMap(outdated ->
                                                Mono.error(refusal(caller.alliance(), outdated))))
                .thenReturn(caller);
    }

    private static RefusedException refusal(UUID alliance, OutdatedAgreements.Outdated outdated) {
        return new RefusedException(
                Problem.refusal(
                                HttpStatus.FORBIDDEN,
                                "agreement-outdated",
                                "An agreement waits for you",
                                ("To act here, accept version %d of the agreement, or a later one."
                                                + " Until then you can read everything, and leave.")
                                        .formatted(outdated.version()))
                        .allowed(
                                "accept",
                                "/api/alliances/%s/agreements/%s"
                                        .formatted(alliance, outdated.agreement())));
    }

    private static Caller caller(Jwt token, ServerWebExchange exchange) {
        var subject = token.getSubject();
        if (subject == null || token.getIssuer() == null) {
            throw new RefusedException(Problem.notFound());
        }
        return new Caller(alliance(exchange), token.getIssuer().toString(), subject);
    }

    private static UUID alliance(ServerWebExchange exchange) {
        Map<String, String> path =
                exchange.getRequiredAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        try {
            return UUID.fromString(path.getOrDefault("alliance", ""));
        } catch (IllegalArgumentException notAnId) {
            throw new RefusedException(Problem.notFound());
        }
    }
}
