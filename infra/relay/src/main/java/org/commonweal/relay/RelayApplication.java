package org.commonweal.relay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Without arguments: publishes what the services write, until it is stopped. With {@code --replay
 * <service> [--from <RFC 3339>]}: publishes one journal again and ends. With {@code --replay-for
 * <service>}: publishes all journals to that service alone and ends.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RelayApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].startsWith("--replay")) {
            System.exit(replay(List.of(arguments)));
        }
        SpringApplication.run(RelayApplication.class, arguments);
    }

    private static int replay(List<String> arguments) {
        var service =
                arguments.size() < 2
                        ? Optional.<JournalService>empty()
                        : JournalService.named(arguments.get(1));
        var toAll = arguments.getFirst().equals("--replay");
        var from = arguments.size() == 4 && arguments.get(2).equals("--from");
        if (service.isEmpty() || (arguments.size() > 2 && !(toAll && from))) {
            System.err.println(
                    "usage: --replay <service> [--from <RFC 3339 time>] | --replay-for <service>");
            return 2;
        }
        var since = from ? Instant.parse(arguments.get(3)) : Instant.EPOCH;
        try (var context =
                new SpringApplicationBuilder(RelayApplication.class)
                        .web(WebApplicationType.NONE)
                        .properties(Map.of("relay.streaming", "false"))
                        .run()) {
            var sent =
                    toAll
                            ? context.getBean(Replay.class).run(service.get(), since)
                            : context.getBean(PrivateReplay.class).run(service.get());
            System.out.println("replayed service=" + service.get().word() + " records=" + sent);
            return 0;
        }
    }
}
