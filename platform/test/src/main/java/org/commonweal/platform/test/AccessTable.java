package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every operation answers to ten kinds of people, held to the committed table {@code
 * contracts/access/<service>.csv}: who may do what, to be read by whoever reviews the security.
 * When a change is meant, {@code -Dcontracts.write=true} writes the table, and its difference is
 * what changed.
 */
public final class AccessTable {

    /** From nobody to a plain member of the firm that the things belong to. */
    public enum Principal {
        NOBODY,
        WRONG_AUDIENCE,
        NO_ORGANIZATION,
        OTHER_ALLIANCE,
        FOUNDER_ELSEWHERE,
        SUSPENDED,
        LEFT,
        OTHER_FIRM,
        OTHER_FIRMS_ADMINISTRATOR,
        MEMBER
    }

    private static final String URN = "urn:commonweal:refusal:";

    private final AccessMatrix matrix;
    private final Path file;
    private final boolean isWriting;

    public AccessTable(AccessMatrix matrix) {
        this(
                matrix,
                Repository.root().resolve("contracts/access"),
                Boolean.getBoolean("contracts.write"));
    }

    AccessTable(AccessMatrix matrix, Path directory, boolean isWriting) {
        this.matrix = matrix;
        this.file = directory.resolve(matrix.service() + ".csv");
        this.isWriting = isWriting;
    }

    /**
     * As {@link #holds(Map)}, with those who have no standing anywhere, where they are not given.
     *
     * @param tokens of the service under test
     * @param people at least the seven who have or had a standing somewhere
     */
    public Stream<DynamicTest> holds(TestTokens tokens, Map<Principal, Supplier<String>> people) {
        var all = new EnumMap<>(people);
        all.putIfAbsent(Principal.NOBODY, () -> "");
        all.putIfAbsent(Principal.WRONG_AUDIENCE, () -> tokens.forAnotherAudience("somebody"));
        all.putIfAbsent(Principal.NO_ORGANIZATION, () -> tokens.of("never seen"));
        return holds(all);
    }

    /**
     * A test for each operation of the document; one without a row fails.
     *
     * @param tokens a way to each of the ten, the plain member last; asked anew for each operation,
     *     since some acts end what the next one would need
     */
    public Stream<DynamicTest> holds(Map<Principal, Supplier<String>> tokens) {
        assertThat(tokens).containsOnlyKeys(Principal.values());
        var ordered = new EnumMap<>(tokens);
        if (isWriting) {
            return Stream.of(DynamicTest.dynamicTest("write " + file, () -> write(ordered)));
        }
        var rows = read();
        var operations = ApiOperation.allOf(matrix.service());
        var gone =
                DynamicTest.dynamicTest(
                        "no row is of an operation that is gone",
                        () ->
                                assertThat(operations)
                                        .extracting(ApiOperation::id)
                                        .containsAll(rows.keySet()));
        var each =
                operations.stream()
                        .map(operation ->
                                DynamicTest.dynamicTest(
                                        operation.id() + " as each of ten",
                                        () ->
                                                assertThat(row(operation, ordered))
                                                        .as(
                                                                "if it is meant: -Dcontracts.write=true")
                                                        .isEqualTo(rows.get(operation.id()))));
        return Stream.concat(each, Stream.of(gone));
    }

    private String row(ApiOperation operation, Map<Principal, Supplier<String>> tokens) {
        return operation.id()
                + tokens.values().stream()
                        .map(token -> "," + said(matrix.send(operation, token.get())))
                        .collect(Collectors.joining());
    }

    /** The status, and for a refusal its kind. */
    private static String said(HttpResponse<String> answer) {
        var status = Integer.toString(answer.statusCode());
        if (answer.statusCode() < 400) {
            return status;
        }
        var type = JsonMapper.shared().readTree(answer.body()).path("type").asString();
        return status + " " + type.replace(URN, "");
    }

    private Map<String, String> read() {
        try (var lines = Files.lines(file)) {
            return lines.skip(1)
                    .collect(
                            Collectors.toMap(
                                    line -> line.substring(0, line.indexOf(',')),
                                    line -> line,
                                    (_, twice) -> twice,
                                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException("run once with -Dcontracts.write=true", e);
        }
    }

    private void write(Map<Principal, Supplier<String>> tokens) throws IOException {
        var head =
                Arrays.stream(Principal.values())
                        .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(",", "operation,", "\n"));
        var rows =
                ApiOperation.allOf(matrix.service()).stream()
                        .map(operation -> row(operation, tokens) + "\n")
                        .sorted()
                        .collect(Collectors.joining());
        Files.createDirectories(file.getParent());
        Files.writeString(file, head + rows);
    }
}
