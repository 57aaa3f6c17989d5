package org.commonweal.gateway.web;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The client draws its own pages: any path that is one of them gets index.html. */
@Component
class ClientPages implements WebFilter {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final List<String> NOT_PAGES =
            List.of(
                    "api",
                    "scim",
                    "letters",
                    "ballot-boxes",
                    "oauth2",
                    "login",
                    "logout",
                    "actuator",
                    "assets",
                    "docs");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (isPage(exchange.getRequest().getMethod(), path)) {
            return chain.filter(at("/index.html", exchange));
        }
        return path.equals("/docs")
                ? chain.filter(at("/docs/index.html", exchange))
                : chain.filter(exchange);
    }

    private static ServerWebExchange at(String file, ServerWebExchange exchange) {
        return exchange.mutate().request(request -> request.path(file)).build();
    }

    private static boolean isPage(HttpMethod method, String path) {
        if (path.isEmpty() || !READING.contains(method)) {
            return false;
        }
        int end = path.indexOf('/', 1);
        String first = path.substring(1, end < 0 ? path.length() : end);
        boolean isFile = path.indexOf('.', path.lastIndexOf('/')) >= 0;
        return !isFile && !NOT_PAGES.contains(first);
    }
}
