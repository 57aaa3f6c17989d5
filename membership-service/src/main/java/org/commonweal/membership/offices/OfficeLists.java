package org.commonweal.membership.offices;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.commonweal.membership.domain.Seat;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.NewestFirst;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who holds which office, and who held it: the SQL. */
@Component
class OfficeLists {

    private static final String ALL =
            """
            SELECT s.*, d.title FROM standing me
            JOIN office s ON s.alliance_id = me.alliance_id
            JOIN executed_decision d ON d.alliance_id = s.alliance_id AND d.decision_id = s.id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private final NewestFirst<OfficeView> all;
    private final NewestFirst<OfficeView> open;

    OfficeLists(ScopedDatabase database, Cursors cursors) {
        all = new NewestFirst<>(database, cursors, ALL, OfficeLists::view, OfficeView::id);
        open =
                new NewestFirst<>(
                        database,
                        cursors,
                        ALL + " AND s.state IN ('OFFERED', 'HELD')",
                        OfficeLists::view,
                        OfficeView::id);
    }

    /** Empty without standing. */
    Mono<OfficeView> one(Caller caller, UUID id) {
        return all.one(caller, id);
    }

    /** Newest first; empty without standing. */
    Mono<Page<OfficeView>> page(Caller caller, boolean past, @Nullable String cursor, int limit) {
        return (past ? all : open).page(caller, cursor, limit);
    }

    private static OfficeView view(Readable row) {
        var cause = row.get("cause", String.class);
        return new OfficeView(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "office", String.class),
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "until", LocalDate.class),
                Seat.State.valueOf(Columns.of(row, "state", String.class)),
                cause == null ? null : Seat.Cause.valueOf(cause),
                row.get("ended_by", UUID.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "offered_at", Instant.class),
                Columns.of(row, "changed_at", Instant.class));
    }
}
