package org.commonweal.platform.brokering;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A host that means harm, on loopback. */
class PublicWebTest {

    private final PublicWeb web = new PublicWeb(new PublicAddresses(true), Duration.ofSeconds(5));
    private final AtomicInteger inside = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/inside",
                exchange -> {
                    inside.incrementAndGet();
                    answer(exchange, 200, "secret");
                });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void a_document_is_read() {
        on("/good", exchange -> answer(exchange, 200, "{}"));
        assertThat(web.read(address("/good")).block()).isEqualTo("{}");
    }

    @Test
    void no_redirect_is_followed() {
        on(
                "/redirect",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", address("/inside"));
                    answer(exchange, 302, "");
                });
        assertThat(fault(web.read(address("/redirect")))).isEqualTo(Fault.NO_DESCRIPTION);
        assertThat(inside).hasValue(0);
    }

    @Test
    void a_document_without_end_is_not_read_to_the_end() {
        on(
                "/huge",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (var body = exchange.getResponseBody()) {
                        while (over.getCount() > 0) {
                            body.write(new byte[1 << 16]);
                        }
                    }
                });
        assertThat(fault(web.read(address("/huge")))).isEqualTo(Fault.NO_ANSWER);
    }

    @Test
    void a_compressed_document_is_not_unpacked() {
        on(
                "/bomb",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    answer(exchange, 200, "not unpacked");
                });
        assertThat(web.read(address("/bomb")).block()).isEqualTo("not unpacked");
    }

    @Test
    void a_silent_host_holds_nobody_up() {
        on(
                "/silent",
                _ -> {
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        assertThat(fault(web.read(address("/silent")))).isEqualTo(Fault.NO_ANSWER);
    }

    @Test
    void an_error_is_no_document() {
        on("/error", exchange -> answer(exchange, 500, "{}"));
        assertThat(fault(web.read(address("/error")))).isEqualTo(Fault.NO_DESCRIPTION);
    }

    private static Fault fault(Mono<?> reading) {
        return reading.map(_ -> new FaultException(Fault.NOT_ACCEPTED))
                .cast(FaultException.class)
                .onErrorResume(FaultException.class, Mono::just)
                .blockOptional()
                .orElseThrow()
                .fault();
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
