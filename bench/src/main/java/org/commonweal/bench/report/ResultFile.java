package org.commonweal.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** {@code bench/results/<workload>.md}: written whole at the end of a run, never by hand. */
public record ResultFile(Path directory, Clock clock) {

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
                Measured %s on %s.
                Again: `%s`
                """
                        .formatted(
                                name,
                                title,
                                body.strip() + "\n",
                                LocalDate.now(clock),
                                Machine.describe(),
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
