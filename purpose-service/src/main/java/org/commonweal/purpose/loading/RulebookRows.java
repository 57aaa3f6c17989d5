package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Rulebook;
import org.commonweal.purpose.domain.Thresholds;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes a row of the table {@code rulebook}. */
@Component
public class RulebookRows {

    /** What {@link #rulebook} reads, of the table aliased {@code r}. */
    public static final String COLUMNS =
            ", r.version AS rulebook_version, CAST(r.document AS text) AS rulebook\n";

    /** The rulebook in force of the alliance {@code me}. */
    public static final String IN_FORCE =
            """
            CROSS JOIN LATERAL (
                SELECT * FROM rulebook WHERE rulebook.alliance_id = me.alliance_id
                ORDER BY version DESC LIMIT 1) r
            """;

    /** What {@link #thresholds} reads, of the alliance {@code me}, whether it is known or not. */
    public static final String THRESHOLDS =
            """
            , (SELECT CAST(d.document->'thresholds' AS text) FROM rulebook d
               WHERE d.alliance_id = me.alliance_id
               ORDER BY d.version DESC LIMIT 1) AS thresholds
            """;

    private final JsonMapper json;

    RulebookRows(JsonMapper json) {
        this.json = json;
    }

    public Rulebook rulebook(Readable row) {
        return document(row).rulebook(Columns.of(row, "rulebook_version", Long.class));
    }

    public RulebookDocument document(Readable row) {
        return json.readValue(Columns.of(row, "rulebook", String.class), RulebookDocument.class);
    }

    /** Of the rulebook in force; usual where none is known yet. */
    public Thresholds thresholds(Readable row) {
        var kept = row.get("thresholds", String.class);
        return kept == null
                ? Thresholds.USUAL
                : json.readValue(kept, ThresholdsDocument.class).thresholds();
    }

    /** The value of the column {@code document}. */
    public String json(Rulebook rulebook) {
        return json.writeValueAsString(RulebookDocument.of(rulebook));
    }
}
