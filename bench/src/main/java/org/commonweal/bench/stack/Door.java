package org.commonweal.bench.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonweal.bench.load.Calls;
import org.commonweal.embedded.Ports;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.embedded.Watchdog;
import org.commonweal.local.stack.Deployable;

/** A second gateway of the same build, whose services are one address of the bench. */
public final class Door implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int ANSWERED = 200;

    private final ServerProcess process;
    private final URI url;

    private Door(ServerProcess process, URI url) {
        this.process = process;
        this.url = url;
    }

    public static Door before(URI services, BenchStack stack, Path scratch) {
        var port = Ports.free();
        var management = Ports.free();
        var gateway =
                new Deployable("gateway", stack.installation().checkout().resolve("gateway"), port);
        var command = gateway.command(List.of(BenchStack.JAVA_OPTIONS.split(" ", -1)));
        var process =
                ServerProcess.start(
                        "gateway",
                        command,
                        environment(services, stack, port, management),
                        scratch.resolve("gateway.log"));
        Watchdog.watch(ProcessHandle.current().pid(), process.process().pid(), "TERM");
        var health = URI.create("http://127.0.0.1:" + management);
        try (var calls = new Calls(health, 1)) {
            var ask = calls.sender(_ -> Calls.Call.get("/actuator/health/readiness", ""));
            process.awaitReady(
                    () -> Integer.valueOf(ANSWERED).equals(ask.send(0).onErrorReturn(0).block()),
                    LIMIT);
        }
        return new Door(process, URI.create("http://127.0.0.1:" + port));
    }

    private static Map<String, String> environment(
            URI services, BenchStack stack, int port, int management) {
        var told = new TreeMap<String, String>();
        told.put("SERVER_PORT", "" + port);
        told.put("MANAGEMENT_SERVER_PORT", "" + management);
        told.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + stack.port("kafka"));
        told.put("COMMONWEAL_LOGIN_ISSUER", "" + stack.installation().ports().realm());
        told.put("COMMONWEAL_LOGIN_PUBLIC_URL", "http://localhost:" + port);
        // The limiter works for each request, and never says no.
        told.put("COMMONWEAL_LIMITS_REQUESTS_PER_MINUTE", "100000000");
        for (var service : List.of("MEMBERSHIP", "PURPOSE", "CONTRIBUTION", "RECOGNITION")) {
            told.put("COMMONWEAL_SERVICES_" + service, services.toString());
        }
        return told;
    }

    public long pid() {
        return process.process().pid();
    }

    public URI url() {
        return url;
    }

    @Override
    public void close() {
        process.stop("TERM", LIMIT);
    }
}
