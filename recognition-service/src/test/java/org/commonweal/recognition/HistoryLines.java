package org.commonweal.recognition;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.test.Repository;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The real history that lies beside the project, or where it does not, a small one of the same
 * form; and the events that contribution-service tells of its lines.
 */
final class HistoryLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final UUID alliance;
    private final Map<String, JsonNode> contributions = new HashMap<>();
    private final HashSet<String> answered = new HashSet<>();

    HistoryLines(UUID alliance) {
        this.alliance = alliance;
    }

    static boolean isReal() {
        return Files.exists(Repository.root().resolve("../shared/data/dpdk-alliance.ndjson.gz"));
    }

    static List<JsonNode> read() {
        var real = Repository.root().resolve("../shared/data/dpdk-alliance.ndjson.gz");
        try (var in =
                        isReal()
                                ? new GZIPInputStream(Files.newInputStream(real))
                                : Objects.requireNonNull(
                                        HistoryLines.class.getResourceAsStream(
                                                "/history-sample.ndjson"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines must come in the order of the file. */
    Event event(JsonNode line) {
        return line.path("type").asString().equals("contribution")
                ? imported(line)
                : acknowledgementImported(line);
    }

    private Event imported(JsonNode line) {
        var id = line.path("id").asString();
        contributions.put(id, line);
        var payload =
                JSON.createObjectNode()
                        .put("contribution", id("contribution", id))
                        .put("externalId", id)
                        .put("title", line.path("title").asString())
                        .put("area", text(line, "area"))
                        .put("author", id("person", line.path("person").asString()))
                        .put("organization", organization(line))
                        .put("writtenAt", line.path("at").asString());
        return event("contribution.imported.v1", "contribution", id, payload);
    }

    private Event acknowledgementImported(JsonNode line) {
        var id = line.path("contribution").asString();
        var work = Objects.requireNonNull(contributions.get(id));
        var key = id + "/" + line.path("person").asString() + "/" + line.path("kind").asString();
        var payload =
                JSON.createObjectNode()
                        .put("acknowledgement", id("acknowledgement", key))
                        .put("contribution", id("contribution", id))
                        .put("kind", line.path("kind").asString())
                        .put("by", id("person", line.path("person").asString()))
                        .put("byOrganization", organization(line))
                        .put("at", line.path("at").asString())
                        .put("author", id("person", work.path("person").asString()))
                        .put("organization", organization(work))
                        .put("writtenAt", work.path("at").asString())
                        .put("title", work.path("title").asString())
                        .put("firstByAnother", byAnother(work, line) && answered.add(id));
        return event("contribution.acknowledgement-imported.v1", "acknowledgement", key, payload);
    }

    static boolean byAnother(JsonNode work, JsonNode acknowledgement) {
        var own = text(work, "organization");
        var other = text(acknowledgement, "organization");
        return own != null && other != null && !own.equals(other);
    }

    private Event event(String type, String kind, String externalId, ObjectNode payload) {
        var subject = Ids.external(alliance, kind, externalId);
        return new Event(
                subject,
                type,
                alliance,
                subject,
                1,
                null,
                null,
                Audience.EVERYONE,
                Instant.parse("2026-11-23T12:00:00Z"),
                payload);
    }

    private String id(String kind, String externalId) {
        return Ids.external(alliance, kind, externalId).toString();
    }

    private @Nullable String organization(JsonNode line) {
        var name = text(line, "organization");
        return name == null ? null : id("organization", name);
    }

    static @Nullable String text(JsonNode line, String field) {
        var value = line.path(field);
        return value.isString() ? value.asString() : null;
    }
}
