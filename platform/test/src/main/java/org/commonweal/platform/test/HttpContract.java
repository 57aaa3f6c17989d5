package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A service's OpenAPI document against the committed one in {@code contracts/http}, from which
 * clients are generated. When the change is meant, run the test with {@code -Dcontracts.write=true}
 * and commit what it wrote.
 */
public final class HttpContract {

    private static final JsonMapper JSON = JsonMapper.shared();

    private HttpContract() {}

    /**
     * Fails when the document differs from the file.
     *
     * @param service such as {@code purpose-service}
     * @param document as {@code /v3/api-docs} answers it
     */
    public static void check(String service, String document) {
        check(
                Repository.root().resolve("contracts/http/" + service + ".openapi.json"),
                document,
                Boolean.getBoolean("contracts.write"));
    }

    static void check(Path file, String document, boolean write) {
        try {
            var now = stable(document);
            if (write) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, now);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "(no such file)")
                    .as("%s; if the change is meant: -Dcontracts.write=true", file.getFileName())
                    .isEqualTo(now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pretty, and with its names in order, so that a difference is a change. */
    private static String stable(String document) {
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(sorted(JSON.readTree(document)))
                + "\n";
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var items = JsonNodeFactory.instance.arrayNode();
            array.values().forEach(item -> items.add(sorted(item)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        var object = JsonNodeFactory.instance.objectNode();
        node.propertyStream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(property -> object.set(property.getKey(), sorted(property.getValue())));
        return object;
    }
}
