package org.commonweal.importer;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who a history speaks of: organizations, and persons with the organizations they worked for, each
 * from the first day that the history shows them there. Holds people, not lines.
 */
final class HistoryPeople {

    /** As many as membership-service takes of one person. */
    private static final int AFFILIATIONS_MAX = 100;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Set<String> organizations = new LinkedHashSet<>();
    private final Map<String, TreeMap<Instant, Seen>> persons = new TreeMap<>();
    private long lines;

    private HistoryPeople() {}

    static HistoryPeople of(HistoryFile file) {
        var people = new HistoryPeople();
        for (var line = file.next(); line != null; line = file.next()) {
            people.lines++;
            people.see(line.text());
        }
        return people;
    }

    /** Of the file; empty ones do not count. */
    long lines() {
        return lines;
    }

    /** The lines of the bulk request, organizations first. */
    List<String> requestLines() {
        var all = new ArrayList<String>();
        for (var name : organizations) {
            all.add(node("organization", name).put("name", name).toString());
        }
        persons.forEach((id, days) -> all.add(person(id, days).toString()));
        return all;
    }

    /** What cannot be read is not guessed at: the service will say what is wrong with the line. */
    private void see(String text) {
        try {
            var line = JSON.readTree(text);
            var at = Instant.parse(line.path("at").asString(""));
            see(line, at);
            line.path("handledBy").forEach(handler -> see(handler, at));
        } catch (JacksonException | DateTimeException unreadable) {
            return;
        }
    }

    private void see(JsonNode who, Instant at) {
        var person = text(who, "person");
        if (person == null) {
            return;
        }
        var organization = text(who, "organization");
        if (organization != null) {
            organizations.add(organization);
        }
        var days = persons.computeIfAbsent(person, _ -> new TreeMap<>());
        var before = days.floorEntry(at);
        var after = days.higherEntry(at);
        var seen = new Seen(organization);
        if (before != null && before.getValue().equals(seen)) {
            return;
        }
        if (before != null && before.getKey().equals(at)) {
            return;
        }
        days.put(at, seen);
        if (after != null && after.getValue().equals(seen)) {
            days.remove(after.getKey());
        }
    }

    private static ObjectNode person(String id, Map<Instant, Seen> days) {
        var person = node("person", id);
        var affiliations = person.putArray("affiliations");
        for (var day : days.entrySet()) {
            if (affiliations.size() < AFFILIATIONS_MAX) {
                affiliations
                        .addObject()
                        .put("organization", day.getValue().organization())
                        .put("from", day.getKey().toString());
            }
        }
        return person;
    }

    private static ObjectNode node(String type, String externalId) {
        return JSON.createObjectNode().put("type", type).put("externalId", externalId);
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }

    /** Where somebody was seen; no organization is known where it is null. */
    private record Seen(@Nullable String organization) {}
}
