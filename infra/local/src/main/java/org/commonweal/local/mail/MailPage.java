package org.commonweal.local.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The caught messages as a page for people and as JSON for tests. */
final class MailPage {

    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>\"&]+(?:&amp;[^\\s<>\"&]+)*");
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1");

    private final Mailbox mailbox;
    private final String template;

    MailPage(Mailbox mailbox) throws IOException {
        this.mailbox = mailbox;
        try (var stream = MailPage.class.getResourceAsStream("/mail/page.html")) {
            this.template = new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        }
    }

    HttpServer start(int port) throws IOException {
        var server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            // A page of another site that points its own name here must not read the mail.
            if (!isOwnName(exchange)) {
                send(exchange, 403, "text/plain", "Open http://localhost instead.");
            } else if (path.equals("/api/messages")) {
                var messages = mailbox.messages(recipient(exchange));
                var json = JsonMapper.shared().writeValueAsString(messages);
                send(exchange, 200, "application/json", json);
            } else if (path.equals("/")) {
                send(exchange, 200, "text/html", page());
            } else {
                send(exchange, 404, "text/plain", "There is nothing here.");
            }
        }
    }

    private static boolean isOwnName(HttpExchange exchange) {
        var host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        return OWN_NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static String recipient(HttpExchange exchange) {
        var query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        return query.startsWith("to=") ? URLDecoder.decode(query.substring(3), UTF_8) : "";
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        var bytes = body.getBytes(UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String page() {
        var messages = mailbox.messages("");
        var list = messages.stream().map(MailPage::message).collect(Collectors.joining());
        return template.replace("@messages@", messages.isEmpty() ? "<p>No mail yet.</p>" : list);
    }

    private static String message(Mail mail) {
        return """
        <details><summary>%s<small>to %s · from %s · %s</small></summary><pre>%s</pre></details>
        """
                .formatted(
                        escaped(mail.subject()),
                        escaped(mail.to()),
                        escaped(mail.from()),
                        mail.at(),
                        linked(escaped(mail.text())));
    }

    private static String linked(String escaped) {
        return LINK.matcher(escaped).replaceAll("<a href=\"$0\">$0</a>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
