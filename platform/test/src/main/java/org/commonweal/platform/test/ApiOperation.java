package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One operation of a service's committed OpenAPI document.
 *
 * @param path with its parameters in braces
 * @param query of the parameters that are required, with its question mark; empty without any
 * @param contentType of the body; empty where none is sent
 */
public record ApiOperation(
        String id, String method, String path, String query, Optional<String> contentType) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /**
     * All operations of the document.
     *
     * @param service as its document is named, such as {@code purpose-service}
     */
    public static List<ApiOperation> allOf(String service) {
        var file = Repository.root().resolve("contracts/http/" + service + ".openapi.json");
        var operations = new ArrayList<ApiOperation>();
        try {
            JsonMapper.shared()
                    .readTree(Files.readString(file))
                    .path("paths")
                    .propertyStream()
                    .forEach(path ->
                            path.getValue()
                                    .propertyStream()
                                    .filter(method -> METHODS.contains(method.getKey()))
                                    .map(method -> of(path.getKey(), method))
                                    .forEach(operations::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(operations).as("operations in %s", file).isNotEmpty();
        return operations;
    }

    boolean isWriting() {
        return !method.equals("GET");
    }

    private static ApiOperation of(String path, Map.Entry<String, JsonNode> method) {
        var described = method.getValue();
        var query =
                described
                        .path("parameters")
                        .valueStream()
                        .filter(one -> one.path("in").asString().equals("query"))
                        .filter(one -> one.path("required").asBoolean(false))
                        .map(one -> one.path("name").asString() + "=something")
                        .toList();
        return new ApiOperation(
                described.path("operationId").asString(),
                method.getKey().toUpperCase(Locale.ROOT),
                path,
                query.isEmpty() ? "" : "?" + String.join("&", query),
                described.path("requestBody").path("content").propertyNames().stream().findFirst());
    }
}
