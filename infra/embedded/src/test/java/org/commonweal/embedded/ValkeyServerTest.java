package org.commonweal.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValkeyServerTest {

    @TempDir Path directory;

    @Test
    void it_answers_and_comes_back_on_its_port_after_kill_9() throws IOException {
        int port;
        try (var server = ValkeyServer.start(directory, 0).endWithThisProcess()) {
            port = server.port();
            assertThat(ask(port, "SET kept here", 3)).isEqualTo("+OK");
            server.destroyForcibly();
            assertThatThrownBy(() -> ask(port, "PING", 5)).isInstanceOf(IOException.class);
        }
        try (var server = ValkeyServer.start(directory, port).endWithThisProcess()) {
            assertThat(ask(server.port(), "GET kept", 3)).isEqualTo("$-1");
        }
    }

    private static String ask(int port, String command, int bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readNBytes(bytes), UTF_8);
        }
    }
}
