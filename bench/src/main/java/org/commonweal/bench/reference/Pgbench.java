package org.commonweal.bench.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.bench.reference.StatementLog.Statement;

/** PostgreSQL's own load generator with the statements that a service sends. */
public final class Pgbench {

    private static final Pattern TPS = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");
    private static final Pattern MOMENT =
            Pattern.compile("'\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}[0-9.]*[+-]\\d{2}'");
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int UUID_LENGTH = 36;

    /** Twelve digits of the transaction's own. */
    private static final String CHANCE = "substr(lpad(to_hex(:r::bigint), 16, '0'), 5)";

    private static final String BREAK = "\u0000";

    private final Path script;
    private final String url;
    private final String role;

    private Pgbench(Path script, String url, String role) {
        this.script = script;
        this.url = url;
        this.role = role;
    }

    /**
     * Writes the script. Values that differ between two recordings of the same request are made
     * anew in every transaction, the others stay.
     *
     * @param once the statements of one request
     * @param again of another request of the same kind, as many
     */
    public static Pgbench of(
            List<Statement> once, List<Statement> again, Path file, String url, String role) {
        if (once.size() != again.size()) {
            throw new IllegalStateException(
                    "one request took %d statements, the next %d"
                            .formatted(once.size(), again.size()));
        }
        var fresh = new LinkedHashMap<String, String>();
        var lines = new ArrayList<String>();
        for (var i = 0; i < once.size(); i++) {
            lines.addAll(lines(once.get(i), again.get(i), fresh));
        }
        if (!fresh.isEmpty()) {
            lines.addFirst("\\set r random(1, 9000000000000000000)");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Pgbench(file, url, role);
    }

    private static List<String> lines(Statement once, Statement again, Map<String, String> fresh) {
        var sql =
                StatementLog.replaced(
                        once.sql(),
                        n ->
                                value(
                                        once.parameters().get(n - 1),
                                        again.parameters().get(n - 1),
                                        fresh));
        // pgbench sends a statement with each semicolon, and takes a line as a whole command.
        return List.of(
                (sql.replaceAll("(?m)--.*$", "").replaceAll("\\s+", " ").strip() + ";")
                        .replace("; SET", ";\nSET")
                        .split("\n", -1));
    }

    /**
     * What stands for the value in the script. An id that differs is made anew wherever it stands,
     * also inside of JSON; a literal has no type of its own, so a moment and an id are given
     * theirs.
     */
    private static String value(String once, String again, Map<String, String> fresh) {
        var theirs = UUID_TEXT.matcher(again);
        var text = new StringBuilder();
        var pieces = UUID_TEXT.matcher(once);
        while (pieces.find()) {
            var same = !theirs.find() || theirs.group().equals(pieces.group());
            pieces.appendReplacement(
                    text,
                    Matcher.quoteReplacement(same ? pieces.group() : made(pieces.group(), fresh)));
        }
        pieces.appendTail(text);
        if (MOMENT.matcher(once).matches()) {
            return escaped(once) + "::timestamptz";
        }
        if (text.toString().equals(once)) {
            return escaped(once);
        }
        return once.length() == UUID_LENGTH + 2 ? "(" + joined(text) + ")::uuid" : joined(text);
    }

    /**
     * Marks where an id is made: time and version of the recorded one, then its place and chance.
     */
    private static String made(String id, Map<String, String> fresh) {
        return fresh.computeIfAbsent(
                id,
                recorded ->
                        "%s%s-8%03x-%s"
                                .formatted(BREAK, recorded.substring(0, 18), fresh.size(), BREAK));
    }

    /** The literal and the expressions between its pieces, as one expression of text. */
    private static String joined(CharSequence text) {
        var pieces = new ArrayList<String>();
        var made = false;
        for (var piece : text.toString().substring(1, text.length() - 1).split(BREAK, -1)) {
            pieces.add(escaped("'" + piece + "'") + (made ? " || " + CHANCE : ""));
            made = !made;
        }
        return "(" + String.join(" || ", pieces) + ")";
    }

    /** pgbench takes a colon and what follows for a variable of its own, in literals too. */
    private static String escaped(String literal) {
        return literal.contains(":")
                ? "U&" + literal.replace("\\", "\\\\").replace(":", "\\003A")
                : literal;
    }

    /** Transactions a second, and the CPU time of pgbench itself in microseconds. */
    public record Run(double tps, long cpuMicros) {}

    /** A run with as many connections, each with one prepared transaction after the other. */
    public Run run(int clients, Duration time, int core) {
        var command =
                List.of(
                        "taskset",
                        "-c",
                        Integer.toString(core),
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-f",
                        script.toString(),
                        "-c",
                        Integer.toString(clients),
                        "-j",
                        "1",
                        "-T",
                        Long.toString(time.toSeconds()));
        var environment = new TreeMap<String, String>();
        environment.put("PGPASSWORD", role);
        environment.put("PGUSER", role);
        var target = java.net.URI.create(url.substring("jdbc:".length()));
        environment.put("PGHOST", target.getHost());
        environment.put("PGPORT", Integer.toString(target.getPort()));
        environment.put("PGDATABASE", target.getPath().substring(1));
        environment.put("PGOPTIONS", "-c search_path=" + role + ",public");
        return Child.run(command, environment, Pgbench::read);
    }

    private static Run read(Child.Ended ended) {
        var tps = TPS.matcher(ended.output());
        var failed = FAILED.matcher(ended.output());
        if (!tps.find() || (failed.find() && !failed.group(1).equals("0"))) {
            throw new IllegalStateException("pgbench failed:\n" + ended.output());
        }
        return new Run(Double.parseDouble(tps.group(1)), ended.cpuMicros());
    }
}
