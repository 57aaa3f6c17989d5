package org.commonweal.importer;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is imported, where to, and as whom.
 *
 * @param mail whose password the demo's client logs in with
 * @param token an access token that is used as it is, or null
 */
record Options(
        Path file,
        String slug,
        String name,
        String mail,
        String password,
        @Nullable String token,
        URI gateway,
        URI realm) {

    static final String USAGE =
            """
            usage: ./commonweal import FILE [--as MAIL] [--slug SLUG] [--name NAME]

              FILE     contributions and acknowledgements, one JSON object a line, plain or gzip
              --as     who imports, and so founds the alliance of the history; a demo account
              --slug   the alliance's address; without it, made of the file's name
              --name   the alliance's name; without it, made of the slug

            Environment: COMMONWEAL_TOKEN (an access token instead of --as), COMMONWEAL_PASSWORD,
            COMMONWEAL_URL (http://localhost:8080), COMMONWEAL_REALM
            (http://localhost:8180/realms/commonweal).
            """;

    private static final String DEMO_FOUNDER = "ingrid.vasquez@aurelia.example";
    private static final String DEMO_PASSWORD = "commonweal";
    private static final int SLUG_MAX = 60;

    /**
     * Reads the command line.
     *
     * @throws ImportFailedException with the usage when it cannot be understood
     */
    static Options of(List<String> arguments, Map<String, String> environment) {
        var named = new HashMap<String, String>();
        String file = null;
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (List.of("--as", "--slug", "--name").contains(argument)
                    && i + 1 < arguments.size()) {
                named.put(argument, arguments.get(++i));
            } else if (!argument.startsWith("-") && file == null) {
                file = argument;
            } else {
                throw new ImportFailedException("cannot understand " + argument + "\n" + USAGE);
            }
        }
        if (file == null) {
            throw new ImportFailedException("which file?\n" + USAGE);
        }
        return of(Path.of(file), named, environment);
    }

    private static Options of(
            Path file, Map<String, String> named, Map<String, String> environment) {
        var slug = named.getOrDefault("--slug", slugOf(file));
        if (!slug.matches("[a-z][a-z0-9-]{1,58}[a-z0-9]")) {
            throw new ImportFailedException(
                    "\""
                            + slug
                            + "\" is no address of an alliance: give one with --slug, 3 to 60 of"
                            + " a-z, 0-9 and -, beginning with a letter");
        }
        return new Options(
                file,
                slug,
                named.getOrDefault("--name", nameOf(slug)),
                named.getOrDefault("--as", DEMO_FOUNDER),
                environment.getOrDefault("COMMONWEAL_PASSWORD", DEMO_PASSWORD),
                environment.get("COMMONWEAL_TOKEN"),
                URI.create(environment.getOrDefault("COMMONWEAL_URL", "http://localhost:8080")),
                URI.create(
                        environment.getOrDefault(
                                "COMMONWEAL_REALM", "http://localhost:8180/realms/commonweal")));
    }

    /** {@code dpdk-alliance.ndjson.gz} becomes {@code dpdk-alliance}. */
    private static String slugOf(Path file) {
        var stem = String.valueOf(file.getFileName()).replaceFirst("\\..*$", "");
        var slug = stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        slug = slug.replaceAll("^[^a-z]+", "");
        return slug.substring(0, Math.min(SLUG_MAX, slug.length())).replaceAll("-+$", "");
    }

    private static String nameOf(String slug) {
        var words = slug.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
