package org.commonweal.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The documents of a YAML text; a key that stands twice is an error. */
final class Yaml {

    private Yaml() {}

    static List<Map<String, Object>> documents(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var documents = new ArrayList<Map<String, Object>>();
        for (var document :
                new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).loadAll(text)) {
            if (document != null) {
                documents.add(map(document));
            }
        }
        return documents;
    }

    static Map<String, Object> map(Object object) {
        if (!(object instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("no mapping: " + object);
        }
        var typed = new java.util.LinkedHashMap<String, Object>();
        map.forEach((key, value) -> typed.put(key.toString(), value));
        return typed;
    }

    /** What lies at the end of the keys, such as {@code spec.triggers}; null where nothing does. */
    static @Nullable Object find(Map<?, ?> object, String path) {
        Object found = object;
        for (var key : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found;
    }

    /** The same as text, empty where nothing is. */
    static String text(Map<?, ?> object, String path) {
        var found = find(object, path);
        return found == null ? "" : found.toString();
    }

    /** The same as mappings, none where nothing is. */
    static List<Map<String, Object>> maps(Map<?, ?> object, String path) {
        return find(object, path) instanceof List<?> list
                ? list.stream().map(Yaml::map).toList()
                : List.of();
    }

    /** The same as texts, none where nothing is. */
    static List<String> texts(Map<?, ?> object, String path) {
        return find(object, path) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
