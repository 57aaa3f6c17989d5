package org.commonweal.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the part of the API's law that the importer relies on, and breaks when it is told to. */
final class HistoryServer implements AutoCloseable {

    static final UUID FIRM = new UUID(7, 7);
    private static final String TOKEN = "a-token";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer http;
    private final Set<String> kept = new HashSet<>();
    private String founded = "";
    private String alliance = "";
    private String refusal = "";
    private int foundings;
    private int bulks;
    private int breakAfter = Integer.MAX_VALUE;
    private volatile int hangAfter = Integer.MAX_VALUE;
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private int away;

    private HistoryServer(HttpServer http) {
        this.http = http;
    }

    static HistoryServer start() throws IOException {
        var http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        var server = new HistoryServer(http);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    Map<String, String> environment() {
        return Map.of(
                "COMMONWEAL_URL",
                "http://127.0.0.1:" + http.getAddress().getPort(),
                "COMMONWEAL_TOKEN",
                TOKEN);
    }

    void breakAfter(int requests) {
        breakAfter = requests;
    }

    /** Keeps what comes then, and never answers. */
    void hangAfter(int requests) {
        hangAfter = requests;
    }

    boolean awaitHanging() throws InterruptedException {
        return hanging.await(20, TimeUnit.SECONDS);
    }

    int bulks() {
        return bulks;
    }

    void awayFor(int requests) {
        away = requests;
    }

    void refuse(String detail) {
        refusal = detail;
    }

    String founded() {
        return founded;
    }

    int foundings() {
        return foundings;
    }

    int keptLines() {
        return kept.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{}");
        } else if (path.equals("/api/me")) {
            send(exchange, 200, me());
        } else if (method.equals("PUT")) {
            founded = body;
            foundings++;
            alliance = path.substring(path.lastIndexOf('/') + 1);
            send(exchange, 201, "{}");
        } else if (method.equals("POST")) {
            bulk(exchange, path, body);
        } else {
            send(
                    exchange,
                    200,
                    """
                    {"items":[{"id":"%s","name":"Oak LLP","shortName":"Oak","colour":"#112233"}]}\
                    """
                            .formatted(FIRM));
        }
    }

    private String me() {
        var history =
                """
                ,{"id":"%s","slug":"oak-2020-history","organization":"%s","history":true}\
                """
                        .formatted(alliance, FIRM);
        return """
        {"person":{"id":"%s","name":"Ada","email":"ada@oak.example"},"alliances":[\
        {"id":"%s","slug":"living","organization":"%s","history":false}%s]}\
        """
                .formatted(new UUID(1, 1), new UUID(2, 2), FIRM, alliance.isEmpty() ? "" : history);
    }

    private void bulk(HttpExchange exchange, String path, String body) throws IOException {
        if (!refusal.isEmpty()) {
            send(exchange, 403, JSON.createObjectNode().put("detail", refusal).toString());
        } else if (away-- > 0) {
            send(exchange, 503, "{}");
        } else {
            var results = new StringBuilder();
            var broken = ++bulks >= breakAfter;
            var number = 0;
            for (var line : body.split("\n", -1)) {
                if (!line.isEmpty() && !broken) {
                    results.append(result(++number, path, line)).append('\n');
                }
            }
            if (bulks > hangAfter) {
                hang();
            }
            send(exchange, 200, results.toString());
        }
    }

    private void hang() {
        hanging.countDown();
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String result(int number, String path, String line) {
        try {
            var status = kept.add(path + idOf(JSON.readTree(line))) ? "kept" : "duplicate";
            return "{\"line\":%d,\"status\":\"%s\",\"reason\":null}".formatted(number, status);
        } catch (JacksonException unfit) {
            return "{\"line\":%d,\"status\":\"rejected\",\"reason\":\"is no JSON\"}"
                    .formatted(number);
        }
    }

    private static String idOf(JsonNode line) {
        return line.path("type").asString()
                + line.path("id").asString("")
                + line.path("externalId").asString("")
                + line.path("contribution").asString("");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        over.countDown();
        http.stop(0);
    }
}
