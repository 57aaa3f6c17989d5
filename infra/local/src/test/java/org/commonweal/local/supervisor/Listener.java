package org.commonweal.local.supervisor;

import java.net.InetAddress;
import java.net.ServerSocket;

/** The smallest part there is: a process that listens on a port until it is ended. */
final class Listener {

    private Listener() {}

    public static void main(String[] arguments) throws Exception {
        try (var socket =
                new ServerSocket(
                        Integer.parseInt(arguments[0]), 50, InetAddress.getLoopbackAddress())) {
            while (true) {
                socket.accept().close();
            }
        }
    }
}
