package org.commonweal.gateway.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A service behind the gateway: notes what reaches it and answers `{"service": name}`. */
public final class TestService implements AutoCloseable {

    private final String name;
    private volatile HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile int status = 200;
    private volatile CountDownLatch company = new CountDownLatch(0);
    private volatile @Nullable Held held;
    private final CountDownLatch holding = new CountDownLatch(1);

    public TestService(String name) {
        this.name = name;
        server = listen(0);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answerWith(int newStatus) {
        status = newStatus;
    }

    /** Answers nobody before as many requests have come. */
    public void answerTogether(int requests) {
        company = new CountDownLatch(requests);
    }

    /** The next request that reached this service, in order of arrival. */
    public Received next() {
        try {
            Received next = received.poll(5, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no request reached " + name);
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What is asked at the path is answered when the latch opens. */
    public void hold(String path, CountDownLatch until) {
        held = new Held(path, until);
    }

    private record Held(String path, CountDownLatch until) {}

    /** Returns when a request is held. */
    public void awaitHeld() {
        waitFor(holding);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Nobody listens any more. */
    public void goAway() {
        server.stop(0);
    }

    /** Reads a request and is killed: its connection is reset, as the system does it then. */
    public void dieAtTheNextRequest() {
        goAway();
        try {
            var dying = new ServerSocket();
            dying.setReuseAddress(true);
            dying.bind(server.getAddress());
            Thread.ofVirtual().name("dying-" + name).start(() -> dieOnce(dying));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void dieOnce(ServerSocket dying) {
        try (dying;
                var connection = dying.accept()) {
            connection.getInputStream().read();
            connection.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens again where it did before. */
    public void comeBack() {
        server = listen(server.getAddress().getPort());
    }

    public void forget() {
        received.clear();
    }

    public int waiting() {
        return received.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer listen(int port) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            HttpServer listening = HttpServer.create(new InetSocketAddress(loopback, port), 0);
            listening.createContext("/", this::answer);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        long length = 0;
        byte[] part = new byte[8192];
        for (int n; (n = exchange.getRequestBody().read(part)) >= 0; ) {
            length += n;
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        received.add(
                new Received(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        headers,
                        length));
        awaitCompany();
        Held hold = held;
        if (hold != null && hold.path().equals(exchange.getRequestURI().getPath())) {
            holding.countDown();
            waitFor(hold.until());
        }
        byte[] body = "{\"service\":\"%s\"}".formatted(name).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Set-Cookie", "service=secret");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitCompany() {
        try {
            company.countDown();
            company.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One request as the service saw it; header names without regard to case. */
    public record Received(
            String method, String path, Map<String, List<String>> headers, long bodyLength) {}
}
