package org.commonweal.gateway.cluster;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.commonweal.gateway.seal.Seal;
import org.commonweal.gateway.seal.Seal.Purpose;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.session.WebSessionIdResolver;

/** The cookie holds the session's id sealed: who reads ids in Valkey cannot use one. */
record SealedSessionIds(WebSessionIdResolver cookie, Seal seal) implements WebSessionIdResolver {

    @Override
    public List<String> resolveSessionIds(ServerWebExchange exchange) {
        return cookie.resolveSessionIds(exchange).stream().flatMap(this::open).toList();
    }

    @Override
    public void setSessionId(ServerWebExchange exchange, String id) {
        byte[] bytes = id.getBytes(StandardCharsets.US_ASCII);
        cookie.setSessionId(exchange, seal.seal(Purpose.SESSION_ID, bytes));
    }

    @Override
    public void expireSession(ServerWebExchange exchange) {
        cookie.expireSession(exchange);
    }

    private Stream<String> open(String sealed) {
        return seal.open(Purpose.SESSION_ID, sealed).stream()
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }
}
