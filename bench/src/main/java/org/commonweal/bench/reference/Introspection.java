package org.commonweal.bench.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import org.commonweal.bench.load.Sender;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Asks Keycloak at each request whether a token is still good: always right, and what it costs. */
public final class Introspection implements Sender, AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final int GOOD = 200;
    private static final int NOT_GOOD = 401;

    private final ConnectionProvider connections;
    private final HttpClient http;
    private volatile String body = "";

    public Introspection(URI realm, String client, String secret, int connections) {
        this.connections =
                ConnectionProvider.builder("introspection").maxConnections(connections).build();
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
        http =
                HttpClient.create(this.connections)
                        .baseUrl(realm + "/protocol/openid-connect/token/introspect")
                        .responseTimeout(ANSWER_LIMIT)
                        .headers(headers ->
                                headers.set("Authorization", "Basic " + basic)
                                        .set("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** From now on of this token; real ones live for minutes. */
    public void ask(String token) {
        body = "token_type_hint=access_token&token=" + URLEncoder.encode(token, UTF_8);
    }

    /** 200 only where Keycloak says that the token is good. */
    @Override
    public Mono<Integer> send(long n) {
        var bytes = body.getBytes(UTF_8);
        return http.headers(headers -> headers.set("Content-Length", bytes.length))
                .post()
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(bytes)))
                .responseSingle((response, content) ->
                        content.asString()
                                .map(text ->
                                        response.status().code() == GOOD
                                                        && text.contains("\"active\":true")
                                                ? GOOD
                                                : NOT_GOOD));
    }

    @Override
    public void close() {
        connections.disposeLater().block(ANSWER_LIMIT);
    }
}
