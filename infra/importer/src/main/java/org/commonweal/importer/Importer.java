package org.commonweal.importer;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** {@code ./commonweal import FILE}: a history becomes an alliance of its own. */
public final class Importer {

    private final Options options;
    private final PrintStream out;
    private final Clock clock;

    private Importer(Options options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    /** The exit code: 0 when the whole file was sent, lines refused or not. */
    public static int run(
            List<String> arguments,
            Map<String, String> environment,
            PrintStream out,
            PrintStream errors) {
        try {
            var options = Options.of(arguments, environment);
            new Importer(options, out, Clock.systemUTC()).run();
            return 0;
        } catch (ImportFailedException failed) {
            errors.println("commonweal import: " + failed.getMessage());
            return 1;
        }
    }

    private void run() {
        HistoryPeople people;
        try (var file = HistoryFile.open(options.file())) {
            people = HistoryPeople.of(file);
        }
        var http = new Http();
        var api = new Api(options.gateway(), new Login(options, http, clock), http);
        var alliance = new Founding(api, options, clock).alliance();
        out.printf("alliance %s at %s/a/%s%n", alliance, options.gateway(), options.slug());
        try (var rejects = new Rejects(options.file())) {
            var counts = new Counts();
            try (var sending = new Sending(api, alliance, "/people/history", counts, rejects)) {
                people.requestLines().forEach(sending::person);
                sending.finish();
            }
            try (var sending = new Sending(api, alliance, "/history", counts, rejects)) {
                sendLines(sending, people.lines());
            }
            if (rejects.file() != null) {
                out.println("refused lines are in " + rejects.file());
            }
            out.println(counts.summary());
        }
    }

    private void sendLines(Sending sending, long total) {
        var progress = new Progress(out, clock, isTerminal(), total);
        try (var file = HistoryFile.open(options.file())) {
            for (var line = file.next(); line != null; line = file.next()) {
                if (sending.line(line)) {
                    progress.at(sending.done());
                }
            }
        }
        sending.finish();
        progress.at(sending.done());
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again when there is no terminal
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
