package org.commonweal.gateway.web;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The services' OpenAPI documents as the one that clients see. */
final class ApiDocument {

    private final JsonMapper json;
    private final ObjectNode whole;
    private final ObjectNode paths;
    private final ObjectNode components;

    private ApiDocument(JsonMapper json) {
        this.json = json;
        whole = json.createObjectNode();
        whole.put("openapi", "3.1.0");
        whole.putObject("info").put("title", "Commonweal").put("version", "1");
        whole.putArray("servers").addObject().put("url", "/");
        paths = whole.putObject("paths");
        components = whole.putObject("components");
    }

    /**
     * Joins documents by service name; where two name a part alike but differ, the later is
     * renamed.
     */
    static ObjectNode join(JsonMapper json, Map<String, JsonNode> documents) {
        ApiDocument joined = new ApiDocument(json);
        new TreeMap<>(documents).forEach(joined::add);
        return joined.whole;
    }

    private void add(String service, JsonNode document) {
        JsonNode renamed = withoutClashes(service, document);
        renamed.path("paths").forEachEntry((path, operations) -> merge(paths, path, operations));
        renamed.path("components").forEachEntry((kind, parts) -> merge(components, kind, parts));
    }

    private static void merge(ObjectNode into, String name, JsonNode parts) {
        ObjectNode known = into.withObjectProperty(name);
        parts.forEachEntry(known::set);
    }

    private JsonNode withoutClashes(String service, JsonNode document) {
        JsonNode[] result = {document.deepCopy()};
        document.path("components")
                .forEachEntry((kind, parts) ->
                        parts.forEachEntry((name, part) -> {
                            JsonNode known = components.path(kind).path(name);
                            if (!known.isMissingNode() && !known.equals(part)) {
                                result[0] = rename(result[0], kind, name, service);
                            }
                        }));
        return result[0];
    }

    /** Gives a part the service's name in front, wherever the document refers to it. */
    private JsonNode rename(JsonNode document, String kind, String name, String service) {
        String newName = Character.toUpperCase(service.charAt(0)) + service.substring(1) + name;
        String prefix = "\"#/components/" + kind + "/";
        String text =
                json.writeValueAsString(document)
                        .replace(prefix + name + "\"", prefix + newName + "\"");
        JsonNode renamed = json.readTree(text);
        ObjectNode parts = (ObjectNode) renamed.path("components").path(kind);
        JsonNode part = parts.remove(name);
        parts.set(newName, part);
        return renamed;
    }
}
