package org.commonweal.platform.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Makes the {@link Caller} of a controller's method from the token and the path. */
final class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(JwtAuthenticationToken.class)
                .map(login -> caller(login.getToken(), exchange));
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
