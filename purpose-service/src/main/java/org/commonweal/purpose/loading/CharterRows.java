package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Charter;
import org.commonweal.purpose.domain.Rule;
import org.commonweal.purpose.domain.Terms;

/** Reads a row of the table {@code charter}. */
public final class CharterRows {

    /** What {@link #charter} reads, of the table aliased {@code c}. */
    public static final String COLUMNS =
            """
            , c.version AS charter_version, c.quorum_per_million, c.threshold_per_million,
              c.ballot_minimum_seconds
            """;

    private CharterRows() {}

    public static Charter charter(Readable row) {
        return new Charter(Columns.of(row, "charter_version", Long.class), terms(row, ""));
    }

    /** The terms that a ballot would put in force, of the columns of {@link MotionRows}. */
    public static Terms proposed(Readable row) {
        return terms(row, "new_");
    }

    private static Terms terms(Readable row, String prefix) {
        return new Terms(
                new Rule(
                        Columns.of(row, prefix + "quorum_per_million", Integer.class),
                        Columns.of(row, prefix + "threshold_per_million", Integer.class)),
                Duration.ofSeconds(Columns.of(row, prefix + "ballot_minimum_seconds", Long.class)));
    }
}
