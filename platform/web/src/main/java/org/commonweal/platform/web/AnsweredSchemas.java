package org.commonweal.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What only answers have: every name is always there, null or not; a request may leave some out.
 */
final class AnsweredSchemas {

    @SuppressWarnings("rawtypes") // the model of the library is raw here
    private final Map<String, Schema> schemas;

    private final Set<String> asked = new HashSet<>();

    @SuppressWarnings("rawtypes")
    private AnsweredSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void allPresent(OpenAPI api) {
        var components = api.getComponents();
        if (components == null || components.getSchemas() == null) {
            return;
        }
        var answered = new AnsweredSchemas(components.getSchemas());
        api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .map(operation -> operation.getRequestBody())
                .filter(Objects::nonNull)
                .forEach(body -> answered.asked(body.getContent()));
        answered.require();
    }

    private void asked(@Nullable Content content) {
        if (content != null) {
            content.values().forEach(media -> asked(media.getSchema()));
        }
    }

    private void asked(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        var reference = schema.get$ref();
        if (reference != null) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            if (asked.add(name)) {
                asked(schemas.get(name));
            }
        }
        parts(schema).forEach(this::asked);
    }

    private static Stream<Schema<?>> parts(Schema<?> schema) {
        Stream<Schema<?>> properties =
                schema.getProperties() == null
                        ? Stream.empty()
                        : schema.getProperties().values().stream().map(part -> (Schema<?>) part);
        Stream<Schema<?>> choices =
                schema.getOneOf() == null
                        ? Stream.empty()
                        : schema.getOneOf().stream().map(part -> (Schema<?>) part);
        return Stream.of(properties, choices, Stream.<Schema<?>>ofNullable(schema.getItems()))
                .flatMap(all -> all);
    }

    private void require() {
        schemas.forEach((name, schema) -> {
            if (!asked.contains(name) && schema.getProperties() != null) {
                for (var property : schema.getProperties().keySet()) {
                    require(schema, String.valueOf(property));
                }
            }
        });
    }

    private static void require(Schema<?> schema, String property) {
        if (schema.getRequired() == null || !schema.getRequired().contains(property)) {
            schema.addRequiredItem(property);
        }
    }
}
