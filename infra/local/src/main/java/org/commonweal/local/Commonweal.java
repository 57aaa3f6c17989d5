package org.commonweal.local;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.embedded.ServerFailedException;
import org.commonweal.importer.Importer;
import org.commonweal.local.stack.Home;
import org.commonweal.local.stack.PortPlan;
import org.commonweal.local.stack.Stack;
import org.commonweal.local.supervisor.StartFailedException;

/** The commands behind the script of the same name; each returns the exit code. */
public final class Commonweal {

    private static final String USAGE =
            """
            usage: ./commonweal COMMAND

              up [--detach] [--fresh]   start everything; --detach returns when it is ready,
                                        --fresh removes all data before
              down                      stop everything
              status [--json]           what runs
              logs [PART] [-f]          the end of the logs, or of one part's (-f: go on)
              import FILE               bring a history into an alliance of its own
              images [--base IMAGE]     build the images of all deployables; IMAGE has a Java 25
                                        runtime and replaces the one that is pulled or made
              prepare                   what up does first: extract, train, build Keycloak
              migrate                   bring the running database's schemas up to date
              rebuild SERVICE           build its read models anew from the journals, while it
                                        is held and all else runs
              backup FILE               all that is not derived, in one file, while all runs
              restore FILE [--fresh]    put it back, while nothing runs; --fresh removes all
                                        data before
              recover [--from TIME]     make good a lost replication slot: what may be missing
                                        in Kafka is sent again
              doctor                    what this machine lacks
              version                   what this is
              test [--long]             build and check everything
              bench WORKLOAD            measure against a reference, see bench/README.md
            """;

    private final Path checkout;
    private final Home home;
    private final Stack stack;

    private Commonweal(Path checkout) {
        this.checkout = checkout;
        this.home = Home.of(checkout, System.getenv());
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        this.stack = new Stack(checkout, home, PortPlan.of(home, System.getenv()), http);
    }

    public static void main(String[] arguments) {
        var checkout = Path.of(System.getProperty("commonweal.checkout", ".")).toAbsolutePath();
        try {
            System.exit(new Commonweal(checkout.normalize()).run(List.of(arguments)));
        } catch (StartFailedException | ServerFailedException e) {
            System.err.println("commonweal: " + e.getMessage());
            System.exit(1);
        }
    }

    private int run(List<String> arguments) {
        var command = arguments.isEmpty() ? "help" : arguments.getFirst();
        var options = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        return switch (command) {
            case "up" -> new Up(checkout, home, stack).run(options);
            case "down" -> new Down(home).run();
            case "status" -> new Overview(home, stack.ports()).run(options.contains("--json"));
            case "logs" -> new Logs(home).run(options);
            case "import" -> Importer.run(options, importing(), System.out, System.err);
            case "images" -> new Images(checkout, stack.deployables()).run(options);
            case "prepare" -> new Preparation(stack).run();
            case "migrate" -> migrate();
            case "rebuild" -> new Rebuilding(home, stack).run(options);
            case "backup" -> new Backing(home, stack, Clock.systemUTC()).run(options);
            case "restore" -> new Restoring(home, System.getenv()).run(options);
            case "recover" -> recover(options);
            case "doctor" -> new Doctor(home, stack).run();
            case "version" -> new Version(checkout).run();
            default -> usage(command);
        };
    }

    /** Where this installation answers, unless the environment names another one. */
    private Map<String, String> importing() {
        var environment = new HashMap<>(System.getenv());
        environment.putIfAbsent("COMMONWEAL_URL", stack.ports().url().toString());
        environment.putIfAbsent("COMMONWEAL_REALM", stack.ports().realm().toString());
        return environment;
    }

    private int migrate() {
        new Preparation(stack).run();
        stack.migrate().forEach(System.out::println);
        return 0;
    }

    private int recover(List<String> options) {
        System.out.println(stack.recover(options));
        return 0;
    }

    private static int usage(String command) {
        var asked = Arrays.asList("help", "--help", "-h").contains(command);
        (asked ? System.out : System.err).print(USAGE);
        return asked ? 0 : 2;
    }
}
