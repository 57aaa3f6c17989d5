package org.commonweal.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.platform.test.AccessTable.Principal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service with open doors, which the matrix and the table must not let through. */
class AccessMatrixTest {

    private static final String SERVICE = "recognition-service";
    private static final Map<String, ?> ALL_BUT_ONE =
            Map.of("openPool", Map.of(), "recordDeposit", Map.of());
    private static final Map<String, ?> BODIES =
            Map.of(
                    "openPool",
                    Map.of(),
                    "recordDeposit",
                    Map.of(),
                    "giveThanks",
                    Map.of("text", "Thank you."));
    private static final Map<String, String> NOBODY = Map.of("nobody", "");

    @TempDir Path directory;

    private HttpServer server;
    private volatile String open = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Refuses all but those who ask for the open path. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var isOpen = !open.isEmpty() && exchange.getRequestURI().getPath().contains(open);
            var body =
                    isOpen
                            ? "{}"
                            : "{\"type\":\"urn:commonweal:refusal:not-logged-in\",\"status\":401}";
            exchange.sendResponseHeaders(isOpen ? 200 : 401, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private AccessMatrix matrix(Map<String, ?> bodies) {
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new AccessMatrix(SERVICE, url, bodies, Map.of());
    }

    @Test
    void an_open_door_fails_the_matrix_and_a_closed_one_does_not() {
        assertThat(failing(matrix(BODIES).refuses(NOBODY, 401, "not-logged-in").toList()))
                .isEmpty();
        open = "/ledger/mine";
        assertThat(failing(matrix(BODIES).refuses(NOBODY, 401, "not-logged-in").toList()))
                .containsExactly("readMyLedger by nobody");
    }

    @Test
    void what_is_written_without_an_agreement_fails_the_matrix() {
        var readings = Stream.of("readHealth", "readMyLedger", "listThanks");
        assertThat(failing(matrix(BODIES).waitsForAgreement("token", "giveThanks").toList()))
                .contains("openPool waits for an agreement", "recordDeposit waits for an agreement")
                .doesNotContainAnyElementsOf(
                        Stream.concat(readings, Stream.of("giveThanks"))
                                .map(operation -> operation + " waits for an agreement")
                                .toList());
    }

    @Test
    void an_operation_whose_body_is_not_taught_fails() {
        assertThat(failing(matrix(ALL_BUT_ONE).refuses(NOBODY, 401, "not-logged-in").toList()))
                .containsExactly("giveThanks by nobody");
    }

    @Test
    void a_door_that_opened_since_the_table_was_written_fails() throws Throwable {
        write();
        assertThat(failing(table(false))).isEmpty();
        open = "/ledger/group";
        assertThat(failing(table(false))).containsExactly("readGroupLedger as each of ten");
    }

    @Test
    void an_operation_without_a_row_fails_and_so_does_a_row_without_an_operation()
            throws Throwable {
        write();
        var file = directory.resolve(SERVICE + ".csv");
        Files.writeString(file, Files.readString(file).replace("\nreadHealth,", "\nreadPulse,"));
        assertThat(failing(table(false)))
                .containsExactlyInAnyOrder(
                        "readHealth as each of ten", "no row is of an operation that is gone");
    }

    @Test
    void a_kind_of_people_that_is_left_out_is_missed() {
        var nine = tokens();
        nine.remove(Principal.SUSPENDED);
        var table = new AccessTable(matrix(BODIES), directory, true);
        assertThatThrownBy(() -> table.holds(nine)).hasMessageContaining("SUSPENDED");
    }

    private void write() throws Throwable {
        table(true).getFirst().getExecutable().execute();
    }

    private List<DynamicTest> table(boolean isWriting) {
        return new AccessTable(matrix(BODIES), directory, isWriting).holds(tokens()).toList();
    }

    private static Map<Principal, Supplier<String>> tokens() {
        return Arrays.stream(Principal.values())
                .collect(Collectors.toMap(Function.identity(), _ -> () -> ""));
    }

    private static List<String> failing(List<DynamicTest> tests) {
        return tests.stream()
                .filter(test -> !passes(test))
                .map(DynamicTest::getDisplayName)
                .toList();
    }

    private static boolean passes(DynamicTest test) {
        try {
            assertThatCode(test.getExecutable()::execute).doesNotThrowAnyException();
            return true;
        } catch (AssertionError failed) {
            return false;
        }
    }
}
