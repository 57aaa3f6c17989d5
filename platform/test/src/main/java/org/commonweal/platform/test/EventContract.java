package org.commonweal.platform.test;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One version of one event in {@code contracts/events}.
 *
 * @param service its folder
 * @param name such as {@code goal-set.v1}
 */
record EventContract(Path events, String service, String name) {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    static EventContract ofType(Path events, String type) {
        var dot = type.indexOf('.');
        return new EventContract(events, type.substring(0, dot), type.substring(dot + 1));
    }

    String type() {
        return service + "." + name;
    }

    Path schemaFile() {
        return events.resolve(service).resolve(name + ".schema.json");
    }

    Path exampleFile() {
        return events.resolve(service).resolve(name + ".example.json");
    }

    String schema() {
        return text(schemaFile());
    }

    String example() {
        return text(exampleFile());
    }

    /** What the schema says against a payload; empty when nothing. */
    List<String> violations(String payload) {
        return SCHEMAS.getSchema(schema()).validate(payload, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the contract " + file, e);
        }
    }
}
