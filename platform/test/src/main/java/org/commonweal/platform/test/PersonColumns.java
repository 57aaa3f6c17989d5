package org.commonweal.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestDatabase;

/**
 * Every column in which a service can keep a person, as the catalog has them, against what a
 * person's export looks at. A new table with a person in it is found without being named here.
 */
public record PersonColumns(TestDatabase database, String service) {

    /** What an id of this name is of, in every service: never a person. */
    private static final List<String> NEVER_A_PERSON =
            List.of(
                    "id",
                    "alliance_id",
                    "organization",
                    "organization_id",
                    "inviter_organization_id",
                    "answered_organization",
                    "from_organization_id",
                    "agreement_id",
                    "contribution_id",
                    "event_id",
                    "goal_id",
                    "link_id",
                    "offer_id",
                    "proposal_id",
                    "purpose_id",
                    "transaction_id",
                    "erasure_id",
                    "call");

    private static final String QUERY =
            """
            SELECT c.relname || '.' || a.attname FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = CAST(? AS regnamespace) AND c.relkind IN ('r', 'p', 'm')
              AND NOT c.relispartition
              AND a.atttypid IN (CAST('uuid' AS regtype), CAST('uuid[]' AS regtype))\
            """;

    /** A table that an export reads as {@code x}, and what follows until it reads the next. */
    private static final Pattern READ =
            Pattern.compile("\\bFROM (\\w+) x\\b(.*?)(?=\\bFROM\\b|\\z)", Pattern.DOTALL);

    private static final Pattern OWN =
            Pattern.compile(
                    "\\bx\\.(\\w+) = (?::person|me\\.person_id)|me\\.person_id IN \\(([^)]*)\\)");

    /**
     * As {@code table.column}, each that may name a person and that the export does not ask for the
     * person's own rows.
     *
     * @param sources the files of the export's SQL, from the repository's root on; it reads each
     *     table of own rows as {@code x}
     */
    public Set<String> notExported(String... sources) {
        var columns = all();
        for (var source : sources) {
            columns.removeAll(exported(text(source)));
        }
        return columns;
    }

    Set<String> all() {
        try (var connection =
                DriverManager.getConnection(
                        database.jdbcUrl(), PostgresServer.SUPERUSER, PostgresServer.SUPERUSER)) {
            return new Catalog(connection, service)
                    .lines(QUERY).stream()
                            .filter(column -> !NEVER_A_PERSON.contains(nameOf(column)))
                            .collect(Collectors.toCollection(TreeSet::new));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Set<String> exported(String sql) {
        return READ.matcher(sql)
                .results()
                .flatMap(read ->
                        OWN.matcher(read.group(2))
                                .results()
                                .flatMap(own -> columns(own).stream())
                                .map(column -> read.group(1) + "." + column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> columns(MatchResult own) {
        return own.group(1) != null
                ? List.of(own.group(1))
                : List.of(own.group(2).replace("x.", "").split(",\\s*"));
    }

    private static String nameOf(String column) {
        return column.substring(column.indexOf('.') + 1);
    }

    private static String text(String source) {
        try {
            return Files.readString(Repository.root().resolve(source));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
