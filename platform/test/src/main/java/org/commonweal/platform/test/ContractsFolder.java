package org.commonweal.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The folder {@code contracts/} as a whole; each method returns what is wrong, empty when nothing.
 */
record ContractsFolder(Path contracts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = ".schema.json";
    private static final String EXAMPLE = ".example.json";

    List<EventContract> events() {
        var events = contracts.resolve("events");
        return files(events).stream()
                .map(events::relativize)
                .map(Path::toString)
                .filter(path -> path.endsWith(SCHEMA))
                .map(path -> path.substring(0, path.length() - SCHEMA.length()).replace('/', '.'))
                .map(type -> EventContract.ofType(events, type))
                .toList();
    }

    /** Each file is a schema with an example or the other half of one. */
    List<String> unpaired() {
        return files(contracts.resolve("events")).stream()
                .filter(file -> !Files.exists(other(file)))
                .map(file -> contracts.relativize(file) + " stands alone")
                .toList();
    }

    /** A schema is named by its path, and closed in every object: it binds the producer. */
    List<String> loose() {
        var wrong = new ArrayList<String>();
        for (var contract : events()) {
            var schema = JSON.readTree(contract.schema());
            if (!schema.path("title").asString("").equals(contract.type())
                    || !schema.path("$id")
                            .asString("")
                            .equals("urn:commonweal:event:" + contract.type())) {
                wrong.add(contract.type() + " has another title or $id");
            }
            if (openObject(schema)) {
                wrong.add(contract.type() + " has an object without additionalProperties: false");
            }
        }
        return wrong;
    }

    /** An example fits its schema and repeats no value, so that swapped fields show. */
    List<String> poorExamples() {
        var wrong = new ArrayList<String>();
        for (var contract : events()) {
            var example = contract.example();
            contract.violations(example)
                    .forEach(violation -> wrong.add(contract.type() + ": " + violation));
            var seen = new HashSet<JsonNode>();
            leaves(JSON.readTree(example))
                    .filter(leaf -> !leaf.isBoolean() && !seen.add(leaf))
                    .forEach(leaf -> wrong.add(contract.type() + " repeats the value " + leaf));
        }
        return wrong;
    }

    /** AsyncAPI names each event once as a message, and each message is in a channel. */
    List<String> asyncApiGaps() {
        var api = YAMLMapper.builder().build().readTree(contracts.resolve("asyncapi.yaml"));
        var wrong = new ArrayList<String>();
        var missing = new TreeSet<String>();
        events().forEach(contract -> missing.add(contract.type()));
        api.at("/components/messages")
                .propertyStream()
                .forEach(message -> {
                    var name = message.getValue().path("name").asString("");
                    if (!missing.remove(name) || !schemaOf(message.getValue(), name)) {
                        wrong.add(message.getKey() + " names no schema, or one twice");
                    }
                    if (channelsOf(api, message.getKey()) == 0) {
                        wrong.add(message.getKey() + " is in no channel");
                    }
                });
        missing.forEach(type -> wrong.add(type + " is missing in asyncapi.yaml"));
        return wrong;
    }

    /** A released file is there and unchanged. */
    List<String> changedAfterRelease() {
        return lines(contracts.resolve("RELEASED")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .filter(line -> !sha256(contracts.resolve(line.substring(66))).equals(hash(line)))
                .map(line -> line.substring(66) + " is released and must not change or go")
                .toList();
    }

    static String sha256(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hash(String line) {
        return line.substring(0, 64);
    }

    private static boolean schemaOf(JsonNode message, String type) {
        var ref = message.at("/payload/schema/$ref").asString("");
        return ref.equals("./events/" + type.replaceFirst("\\.", "/") + SCHEMA);
    }

    private static long channelsOf(JsonNode api, String message) {
        return api.path("channels")
                .valueStream()
                .filter(channel -> channel.path("messages").has(message))
                .count();
    }

    private static boolean openObject(JsonNode schema) {
        var open =
                schema.path("type").asString("").equals("object")
                        && schema.path("additionalProperties").asBoolean(true);
        return open || schema.valueStream().anyMatch(ContractsFolder::openObject);
    }

    private static Stream<JsonNode> leaves(JsonNode node) {
        return node.isContainer()
                ? node.valueStream().flatMap(ContractsFolder::leaves)
                : Stream.of(node);
    }

    private static Path other(Path file) {
        var name = file.getFileName().toString();
        var other =
                name.endsWith(SCHEMA)
                        ? name.replace(SCHEMA, EXAMPLE)
                        : name.endsWith(EXAMPLE) ? name.replace(EXAMPLE, SCHEMA) : name + ".pair";
        return file.resolveSibling(other);
    }

    private static List<Path> files(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
