package org.commonweal.platform.test.observing;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names in a query of Prometheus: of metrics, and of the labels that it asks for. */
record Query(String text) {

    private static final Pattern STRINGS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right) *\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?! *\\()\\b");
    private static final Pattern CALLED = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]* *\\(");
    private static final Pattern NUMBER =
            Pattern.compile("\\b[0-9][0-9.]*(?:e[0-9]+)?[smhdwy]?\\b");
    private static final Set<String> WORDS =
            Set.of(
                    "and",
                    "or",
                    "unless",
                    "bool",
                    "offset",
                    "sum",
                    "max",
                    "min",
                    "avg",
                    "count",
                    "by",
                    "without",
                    "on",
                    "ignoring",
                    "group_left",
                    "group_right");

    Set<String> metrics() {
        var bare = GROUPING.matcher(withoutStrings()).replaceAll(" ");
        bare = SELECTOR.matcher(bare).replaceAll(" ");
        bare = RANGE.matcher(bare).replaceAll(" ");
        bare = NUMBER.matcher(bare).replaceAll(" ");
        bare = CALLED.matcher(bare).replaceAll(" ( ");
        return names(bare);
    }

    Set<String> labels() {
        var labels = new TreeSet<String>();
        GROUPING.matcher(withoutStrings())
                .results()
                .forEach(group -> labels.addAll(names(group.group(1))));
        SELECTOR.matcher(withoutStrings())
                .results()
                .forEach(selector -> labels.addAll(names(selector.group(1))));
        return labels;
    }

    private String withoutStrings() {
        return STRINGS.matcher(text).replaceAll("");
    }

    private static Set<String> names(String text) {
        var names = new TreeSet<String>();
        NAME.matcher(text).results().forEach(name -> names.add(name.group()));
        names.removeAll(WORDS);
        return names;
    }
}
