package org.commonweal.bench.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.embedded.Watchdog;

/** nginx with one worker: a proxy before an address, or a server of one small file. */
public final class Nginx implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final ServerProcess process;
    private final int port;

    private Nginx(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Answers every request with the same JSON of as many bytes. */
    public static Nginx serving(int bytes, Path directory, int port) {
        var json = "{\"text\":\"" + "x".repeat(bytes - "{\"text\":\"\"}".length()) + "\"}";
        return start(
                directory,
                port,
                "",
                "    location / { default_type application/json; return 200 '" + json + "'; }");
    }

    /** Passes every request on over kept connections. */
    public static Nginx before(URI target, Path directory, int port) {
        return start(
                directory,
                port,
                "  upstream target { server %s:%d; keepalive 64; keepalive_requests 100000000; }"
                        .formatted(target.getHost(), target.getPort()),
                """
                    location / {
                      proxy_pass http://target;
                      proxy_http_version 1.1;
                      proxy_set_header Connection "";
                    }
                """);
    }

    private static Nginx start(Path directory, int port, String upstream, String location) {
        var home = directory.toAbsolutePath();
        var file = home.resolve("nginx.conf");
        try {
            Files.createDirectories(home);
            Files.writeString(file, configuration(home, port, upstream, location));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var process =
                ServerProcess.start(
                        "nginx",
                        List.of(
                                "nginx",
                                "-e",
                                home.resolve("error.log").toString(),
                                "-c",
                                "" + file),
                        Map.of(),
                        home.resolve("nginx.log"));
        process.awaitReady(() -> answers(port), START_LIMIT);
        Watchdog.watch(ProcessHandle.current().pid(), process.process().pid(), "TERM");
        return new Nginx(process, port);
    }

    private static String configuration(Path home, int port, String upstream, String location) {
        return """
        daemon off;
        worker_processes 1;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log warn;
        events { worker_connections 4096; }
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          keepalive_requests 100000000;
        %3$s
          server {
            listen 127.0.0.1:%2$d;
        %4$s
          }
        }
        """
                .formatted(home, port, upstream, location);
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    public long pid() {
        return process.process().pid();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.stop("TERM", START_LIMIT);
    }
}
