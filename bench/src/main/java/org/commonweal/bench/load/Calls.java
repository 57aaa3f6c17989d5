package org.commonweal.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongFunction;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** HTTP requests over a fixed number of kept connections. */
public final class Calls implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private final ConnectionProvider connections;
    private final HttpClient http;

    public Calls(URI base, int connections) {
        this.connections =
                ConnectionProvider.builder("bench")
                        .maxConnections(connections)
                        .pendingAcquireMaxCount(100_000)
                        .pendingAcquireTimeout(ANSWER_LIMIT)
                        .build();
        this.http =
                HttpClient.create(this.connections)
                        .baseUrl(base.toString())
                        .responseTimeout(ANSWER_LIMIT);
    }

    /**
     * One request.
     *
     * @param token whose token goes along; empty for none
     * @param body empty for none, else JSON
     * @param command the id of the command, where the path does not name it; else empty
     */
    public record Call(HttpMethod method, String path, String token, String body, String command) {

        public Call(HttpMethod method, String path, String token, String body) {
            this(method, path, token, body, "");
        }

        public static Call get(String path, String token) {
            return new Call(HttpMethod.GET, path, token, "");
        }
    }

    /** The n-th call is made of n, so that no two writes are the same. */
    public Sender sender(LongFunction<Call> calls) {
        return n -> send(calls.apply(n));
    }

    private Mono<Integer> send(Call call) {
        var body = call.body().getBytes(UTF_8);
        return http.headers(headers -> add(headers, call, body.length))
                .request(call.method())
                .uri(call.path())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .responseSingle((response, content) ->
                        content.map(_ -> response.status().code())
                                .defaultIfEmpty(response.status().code()));
    }

    private static void add(HttpHeaders headers, Call call, int length) {
        headers.set("Content-Length", length);
        if (!call.token().isEmpty()) {
            headers.set("Authorization", "Bearer " + call.token());
        }
        if (length > 0) {
            headers.set("Content-Type", "application/json");
        }
        if (!call.command().isEmpty()) {
            headers.set("Idempotency-Key", call.command());
        }
    }

    @Override
    public void close() {
        connections.disposeLater().block(ANSWER_LIMIT);
    }
}
