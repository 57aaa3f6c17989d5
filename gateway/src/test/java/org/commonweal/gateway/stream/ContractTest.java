package org.commonweal.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.gateway.login.Login;
import org.commonweal.gateway.test.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The stream against the contracts' own files. */
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ContractTest extends GatewayTest {

    private static final Path EVENTS = Path.of("../contracts/events");

    private final StreamProperties properties;
    private final JsonMapper json;

    ContractTest(StreamProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json;
    }

    @Test
    void every_event_that_is_told_says_where_to_look() throws IOException {
        assertThat(types().filter(ContractTest::isTold).toList())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(properties.kindsByType().keySet());
    }

    @Test
    void a_standing_is_read_from_the_contracts_example() throws IOException {
        String example =
                Files.readString(EVENTS.resolve("membership/standing-changed.v1.example.json"));

        StandingChanged read = json.readValue(example, StandingChanged.class);

        Map<?, ?> written = json.readValue(example, Map.class);
        assertThat(read.person()).isEqualTo(UUID.fromString(String.valueOf(written.get("person"))));
        assertThat(read.organization())
                .isEqualTo(UUID.fromString(String.valueOf(written.get("organization"))));
        assertThat(read.version()).isEqualTo(((Number) number(written)).longValue());
        assertThat(read.isActive()).as("the example has ended").isFalse();
        assertThat(read.logins()).hasSize(1).doesNotContain(new Login("", "")).doesNotContainNull();
        assertThat(example).contains(logins(read).toArray(new String[0]));
    }

    private static Object number(Map<?, ?> written) {
        return Objects.requireNonNull(written.get("version"));
    }

    private static List<String> logins(StandingChanged read) {
        return read.logins().stream()
                .flatMap(login -> Stream.of(login.issuer(), login.subject()))
                .toList();
    }

    private static Stream<String> types() throws IOException {
        try (Stream<Path> files = Files.walk(EVENTS)) {
            return files
                    .filter(file -> file.toString().endsWith(".schema.json"))
                    .map(file ->
                            EVENTS.relativize(file)
                                    .toString()
                                    .replace('/', '.')
                                    .replace(".schema.json", ""))
                    .toList()
                    .stream();
        }
    }

    private static boolean isTold(String type) {
        return !type.contains("imported.")
                && !type.equals("membership.pulse.v1")
                && !type.equals("membership.standing-changed.v1");
    }
}
