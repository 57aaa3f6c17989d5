package org.commonweal.local;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.local.stack.Home;
import org.commonweal.local.stack.PortPlan;
import org.commonweal.local.stack.Stack;
import org.commonweal.local.supervisor.Preconditions;
import org.commonweal.local.supervisor.StartFailedException;
import org.commonweal.local.supervisor.Status;
import org.commonweal.local.supervisor.Status.PartStatus;

/**
 * A platform of its own beside any other of this machine, used as a person at a shell uses it.
 *
 * @param environment what each command is told besides home and ports
 */
public record Installation(
        Path checkout, Home home, PortPlan ports, Map<String, String> environment) {

    private static final int FIRST_OFFSET = 10_000;
    private static final int LAST_OFFSET = 22_000;
    private static final int STEP = 3_000;

    public Installation {
        environment = Map.copyOf(environment);
    }

    /** In the directory, on the first ports that are free. */
    public static Installation in(Path directory, Path checkout, Map<String, String> environment) {
        var home = new Home(directory.toAbsolutePath());
        var root = checkout.toAbsolutePath().normalize();
        var ports =
                IntStream.iterate(FIRST_OFFSET, o -> o < LAST_OFFSET, o -> o + STEP)
                        .mapToObj(PortPlan::new)
                        .filter(plan -> isFree(root, home, plan))
                        .findFirst()
                        .orElseThrow(() -> new StartFailedException("no free ports from 15440 on"));
        return new Installation(root, home, ports, environment);
    }

    /** The one that runs in the directory already, if one does. */
    public static Optional<Installation> running(
            Path directory, Path checkout, Map<String, String> environment) {
        var home = new Home(directory.toAbsolutePath());
        var root = checkout.toAbsolutePath().normalize();
        return Up.supervisor(home)
                .map(_ -> new Installation(root, home, PortPlan.of(home, Map.of()), environment));
    }

    private static boolean isFree(Path checkout, Home home, PortPlan ports) {
        try {
            var stack = new Stack(checkout, home, ports, HttpClient.newHttpClient());
            Preconditions.requireFreePorts(stack.units());
            return true;
        } catch (StartFailedException taken) {
            return false;
        }
    }

    /** Runs a command of the script's and returns what it printed; an exit code is an error. */
    public String command(String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Dcommonweal.checkout=" + checkout));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-jar", "" + checkout.resolve("infra/local/target/commonweal.jar")));
        command.addAll(List.of(arguments));
        var told = new HashMap<>(environment);
        told.put("COMMONWEAL_HOME", home.directory().toString());
        told.put(PortPlan.VARIABLE, Integer.toString(ports.offset()));
        return ServerProcess.run(command, told);
    }

    /** The process that holds this platform. */
    public ProcessHandle supervisor() {
        return Up.supervisor(home).orElseThrow();
    }

    public Status status() {
        return Status.read(home.run()).orElseThrow();
    }

    public PartStatus status(String part) {
        return status().parts().stream()
                .filter(p -> p.name().equals(part))
                .findFirst()
                .orElseThrow();
    }
}
