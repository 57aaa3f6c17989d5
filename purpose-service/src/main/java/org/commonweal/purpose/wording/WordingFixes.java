package org.commonweal.purpose.wording;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.NewestFirst;
import org.commonweal.platform.web.Page;
import org.commonweal.purpose.wording.WordingFixResponse.PurposeWords;
import org.commonweal.purpose.wording.WordingFixResponse.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of reading proposed words. */
@Component
class WordingFixes {

    private static final String QUERY =
            """
            SELECT f.*, b.title AS old_title, b.statement AS old_statement, b.output AS old_output,
                   b.measure AS old_measure, b.goal AS old_goal
            FROM standing me
            JOIN wording_fix f ON f.alliance_id = me.alliance_id
            JOIN purpose_text b ON b.alliance_id = f.alliance_id AND b.purpose_id = f.purpose_id
                 AND b.version = f.follows
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            """;

    private final NewestFirst<WordingFixResponse> fixes;

    WordingFixes(ScopedDatabase database, Cursors cursors) {
        fixes =
                new NewestFirst<>(
                        database, cursors, QUERY, WordingFixes::fix, WordingFixResponse::id);
    }

    Mono<WordingFixResponse> one(Caller caller, UUID fix) {
        return fixes.one(caller, fix);
    }

    Mono<Page<WordingFixResponse>> page(Caller caller, @Nullable String cursor, int limit) {
        return fixes.page(caller, cursor, limit);
    }

    private static WordingFixResponse fix(Readable row) {
        return new WordingFixResponse(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "purpose_id", UUID.class),
                words(row, "old_"),
                words(row, ""),
                Columns.of(row, "reason", String.class),
                Columns.of(row, "proposed_by", UUID.class),
                Columns.of(row, "proposed_at", Instant.class),
                Columns.of(row, "until_at", Instant.class),
                State.valueOf(Columns.of(row, "state", String.class)),
                row.get("settled_at", Instant.class),
                row.get("challenged_by", UUID.class),
                row.get("challenge_reason", String.class));
    }

    private static PurposeWords words(Readable row, String prefix) {
        return new PurposeWords(
                Columns.of(row, prefix + "title", String.class),
                row.get(prefix + "statement", String.class),
                row.get(prefix + "output", String.class),
                row.get(prefix + "measure", String.class),
                row.get(prefix + "goal", String.class));
    }
}
