package org.commonweal.relay;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContext;

/**
 * Without arguments: publishes what the services write, until it is stopped. With {@code --replay
 * <service> [--from <RFC 3339>]}: publishes one journal again and ends. With {@code --replay-for
 * <service>}: publishes all journals to that service alone and ends. With {@code --recover [--from
 * <RFC 3339>]}: makes good a lost slot and ends.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RelayApplication {

    private static final String USAGE =
            """
            usage: --replay <service> [--from <RFC 3339 time>]
                   --replay-for <service>
                   --recover [--from <RFC 3339 time>]\
            """;

    public static void main(String[] arguments) throws SQLException {
        if (arguments.length > 0 && arguments[0].matches("--re(play|play-for|cover)")) {
            System.exit(command(List.of(arguments)));
        }
        SpringApplication.run(RelayApplication.class, arguments);
    }

    private static int command(List<String> arguments) throws SQLException {
        var rest = new ArrayList<>(arguments.subList(1, arguments.size()));
        var command = arguments.getFirst();
        var service = command.equals("--recover") ? null : service(rest);
        var since = command.equals("--replay-for") ? Optional.<Instant>empty() : since(rest);
        if (!rest.isEmpty() || (service == null && !command.equals("--recover"))) {
            System.err.println(USAGE);
            return 2;
        }
        try (var context =
                new SpringApplicationBuilder(RelayApplication.class)
                        .web(WebApplicationType.NONE)
                        .properties(Map.of("relay.streaming", "false"))
                        .run()) {
            System.out.println(done(context, command, service, since));
            return 0;
        } catch (Recovery.RefusedException refused) {
            System.err.println("refused: " + refused.getMessage());
            return 2;
        }
    }

    private static String done(
            ApplicationContext relay,
            String command,
            @Nullable JournalService service,
            Optional<Instant> since)
            throws SQLException {
        if (service == null) {
            var sent = relay.getBean(Recovery.class).run(since);
            return "recovered from=" + sent.from() + " records=" + sent.records();
        }
        var sent =
                command.equals("--replay")
                        ? relay.getBean(Replay.class).run(service, since.orElse(Instant.EPOCH))
                        : relay.getBean(PrivateReplay.class).run(service);
        return "replayed service=" + service.word() + " records=" + sent;
    }

    /** Takes it away from the arguments. */
    private static @Nullable JournalService service(List<String> rest) {
        return rest.isEmpty() ? null : JournalService.named(rest.removeFirst()).orElse(null);
    }

    private static Optional<Instant> since(List<String> rest) {
        if (rest.size() < 2 || !rest.getFirst().equals("--from")) {
            return Optional.empty();
        }
        rest.removeFirst();
        return Optional.of(Instant.parse(rest.removeFirst()));
    }
}
