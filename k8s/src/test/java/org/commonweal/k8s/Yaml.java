package org.commonweal.k8s;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** What lies at the end of the keys, such as {@code spec.triggers}. */
    static Object at(Map<String, Object> object, String path) {
        Object found = object;
        for (var key : path.split("\\.", -1)) {
            found = requireNonNull(map(found).get(key), path);
        }
        return found;
    }

    static List<Map<String, Object>> list(Object object) {
        if (!(object instanceof List<?> list)) {
            throw new IllegalArgumentException("no sequence: " + object);
        }
        return list.stream().map(Yaml::map).toList();
    }
}
