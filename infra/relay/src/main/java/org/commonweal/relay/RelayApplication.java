package org.commonweal.relay;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Without arguments: publishes what the services write, until it is stopped. With {@code --replay
 * <service> [--from <RFC 3339>]}: publishes one journal again and ends.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RelayApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("--replay")) {
            System.exit(replay(arguments));
        }
        SpringApplication.run(RelayApplication.class, arguments);
    }

    private static int replay(String[] arguments) {
        var withStart = arguments.length == 4 && arguments[2].equals("--from");
        var service =
                arguments.length == 2 || withStart
                        ? JournalService.named(arguments[1])
                        : Optional.<JournalService>empty();
        if (service.isEmpty()) {
            System.err.println("usage: --replay <service> [--from <RFC 3339 time>]");
            return 2;
        }
        var from = withStart ? Instant.parse(arguments[3]) : Instant.EPOCH;
        try (var context =
                new SpringApplicationBuilder(RelayApplication.class)
                        .web(WebApplicationType.NONE)
                        .properties(Map.of("relay.streaming", "false"))
                        .run()) {
            var sent = context.getBean(Replay.class).run(service.get(), from);
            System.out.println("replayed service=" + service.get().word() + " records=" + sent);
            return 0;
        }
    }
}
