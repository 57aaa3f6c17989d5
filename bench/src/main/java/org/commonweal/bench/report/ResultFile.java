package org.commonweal.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/**
 * {@code bench/results/<workload>.md}: written whole at the end of a run, never by hand.
 *
 * @param load of the machine before anything of ours ran
 */
public record ResultFile(Path directory, Clock clock, String load) {

    /** To be made before the stack starts. */
    public static ResultFile in(Path directory, Clock clock) {
        return new ResultFile(directory, clock, Machine.load());
    }

    /**
     * Writes one workload's page.
     *
     * @param body Markdown
     * @param command that repeats it
     */
    public Path write(String name, String title, String body, String command) {
        var file = directory.resolve(name + ".md");
        var text =
                """
                # %s: %s

                %s
                Measured %s on %s; load before it began: %s.
                Again: `%s`
                """
                        .formatted(
                                name,
                                title,
                                body.strip() + "\n",
                                LocalDate.now(clock),
                                Machine.describe(),
                                load,
                                command);
        try {
            Files.createDirectories(directory);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
