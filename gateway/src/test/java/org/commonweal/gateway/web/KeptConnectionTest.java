package org.commonweal.gateway.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.gateway.test.GatewayTest;
import org.junit.jupiter.api.Test;

/**
 * A browser asks again on a connection as soon as it has an answer, which may be before the server
 * has closed its books on it. Such a request must not silence the connection (reactor-netty 4361).
 */
class KeptConnectionTest extends GatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String FILE = "/assets/app-5f3c9d1e.js";

    @Test
    void a_connection_goes_on_after_a_request_that_came_before_the_last_answer_was_done()
            throws IOException {
        var gateway = URI.create(GATEWAY);
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            var answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            // The first is answered later, by another thread; the second waits for it and is then
            // answered at once.
            ask(socket, request("/api/session") + request(FILE));
            var statuses = new ArrayList<String>();
            statuses.add(status(answers));
            statuses.add(status(answers));
            ask(socket, request(FILE));
            statuses.add(status(answers));
            assertThat(statuses).isEqualTo(List.of("200", "200", "200"));
        }
    }

    private static void ask(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n";
    }

    /** The status of the next answer, whose body is read and left. */
    private static String status(BufferedReader answers) throws IOException {
        var status = answers.readLine().split(" ", -1)[1];
        var length = 0;
        for (var header = answers.readLine(); !header.isEmpty(); header = answers.readLine()) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring("content-length:".length()).strip());
            }
        }
        assertThat(answers.skip(length)).isEqualTo(length);
        return status;
    }
}
