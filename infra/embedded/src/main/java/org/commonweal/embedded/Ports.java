package org.commonweal.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on loopback. */
public final class Ports {

    private Ports() {}

    /** A port that nothing listens on now; whoever asks should take it at once. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses in one sentence when something listens on the port already. */
    static void requireFree(String server, int port) {
        try (var socket = new ServerSocket()) {
            // A port of a server that just ended is free, although its old connections linger.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new ServerFailedException(
                    server + " cannot start: port " + port + " on 127.0.0.1 is taken", e);
        }
    }
}
