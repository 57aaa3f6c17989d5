package org.commonweal.bench.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.bench.stack.BenchStack;
import org.commonweal.bench.stack.Database;

/**
 * What a service really sends for one request, as PostgreSQL's own log has it: a reference that is
 * written by hand would soon be another statement.
 */
public final class StatementLog {

    private static final String RELOAD = "SELECT pg_reload_conf()";
    private static final String LAST = "SELECT 'the action is over'";

    private static final Pattern STATEMENT =
            Pattern.compile(
                    "LOG:  (?:execute [^:]*|statement): (.*?)(?=\\n\\S|\\z)", Pattern.DOTALL);
    private static final Pattern PARAMETERS =
            Pattern.compile("DETAIL:  [Pp]arameters: (.*?)(?=\\n\\S|\\z)", Pattern.DOTALL);
    private static final Pattern PARAMETER =
            Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')", Pattern.DOTALL);

    private StatementLog() {}

    /**
     * One statement with the values that it was executed with, quoted as in SQL.
     *
     * @param parameters of $1, $2, …
     */
    public record Statement(String sql, List<String> parameters) {

        public Statement {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * The statements of the transactions that the action led to, in the order of their ends.
     *
     * @param role whose statements they are
     * @param mark a value that only these transactions are about
     */
    public static List<Statement> record(
            Database database, Path log, String role, String mark, Runnable action) {
        database.run(
                "ALTER SYSTEM SET log_statement = 'all'",
                "ALTER SYSTEM SET log_line_prefix = '%u@%p '",
                RELOAD);
        try {
            var begin = log.toFile().length();
            action.run();
            database.run(LAST);
            BenchStack.await("the log has it", () -> tail(log, begin).contains(LAST));
            var statements = transactions(tail(log, begin), role, mark);
            if (statements.isEmpty()) {
                throw new IllegalStateException("no transaction of " + role + " has " + mark);
            }
            return statements;
        } finally {
            database.run(
                    "ALTER SYSTEM RESET log_statement",
                    "ALTER SYSTEM RESET log_line_prefix",
                    RELOAD);
        }
    }

    private static List<Statement> transactions(String log, String role, String mark) {
        var open = new HashMap<String, List<Statement>>();
        var ended = new ArrayList<Statement>();
        // A record begins with the prefix; the lines that go on begin with a tab.
        for (var entry : log.split("(?m)^(?=\\S+@\\d+ )", -1)) {
            var session = entry.replaceFirst("(?s) .*", "");
            if (session.startsWith(role + "@")) {
                var statements = open.computeIfAbsent(session, _ -> new ArrayList<>());
                add(statements, entry);
                if (isEnded(statements)) {
                    if (statements.toString().contains(mark)) {
                        ended.addAll(statements);
                    }
                    open.remove(session);
                }
            }
        }
        return List.copyOf(ended);
    }

    private static boolean isEnded(List<Statement> statements) {
        return !statements.isEmpty() && statements.getLast().sql().equals("COMMIT");
    }

    private static void add(List<Statement> statements, String entry) {
        var statement = STATEMENT.matcher(entry);
        var parameters = PARAMETERS.matcher(entry);
        if (statement.find()) {
            statements.add(new Statement(statement.group(1).strip(), List.of()));
        } else if (parameters.find() && !statements.isEmpty()) {
            var last = statements.removeLast();
            statements.add(new Statement(last.sql(), values(parameters.group(1))));
        }
    }

    private static List<String> values(String text) {
        return PARAMETER.matcher(text).results().map(match -> match.group(2)).toList();
    }

    private static String tail(Path log, long begin) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(begin);
            var bytes = new byte[(int) (file.length() - begin)];
            file.readFully(bytes);
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with each {@code $n} replaced. */
    static String replaced(String sql, java.util.function.IntFunction<String> value) {
        return Pattern.compile("\\$(\\d+)")
                .matcher(sql)
                .replaceAll(match ->
                        Matcher.quoteReplacement(value.apply(Integer.parseInt(match.group(1)))));
    }
}
