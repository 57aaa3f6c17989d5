package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.domain.PurposeText;

/** Reads a row of the table {@code purpose} as the state that it is in. */
public final class PurposeRows {

    /** What {@link #purpose} reads, of the table aliased {@code p}. */
    public static final String COLUMNS =
            """
            , p.id, p.state, p.version, p.title, p.statement, p.output, p.measure, p.deadline,
              p.goal
            """;

    private PurposeRows() {}

    public static Purpose purpose(Readable row) {
        var id = new PurposeId(Columns.of(row, "id", UUID.class));
        var version = Columns.of(row, "version", Long.class);
        var text = text(row);
        var state = Columns.of(row, "state", String.class);
        return switch (state) {
            case "DRAFT" -> new Purpose.Draft(id, version, text);
            case "PROPOSED" -> new Purpose.Proposed(id, version, text);
            case "ACTIVE" -> new Purpose.Active(id, version, text);
            case "CLOSED" -> new Purpose.Closed(id, version, text);
            default -> throw new IllegalStateException("no such state of a purpose: " + state);
        };
    }

    public static PurposeText text(Readable row) {
        return new PurposeText(
                Columns.of(row, "title", String.class),
                row.get("statement", String.class),
                row.get("output", String.class),
                row.get("measure", String.class),
                row.get("deadline", LocalDate.class),
                row.get("goal", String.class));
    }
}
