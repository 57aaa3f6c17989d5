package org.commonweal.membership.deputizing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.NewestFirst;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The deputies of the caller's firm as they are read: the SQL. */
@Component
class DeputyLists {

    private static final String OF_MY_FIRM =
            """
            SELECT t.*, CASE WHEN t.state IN ('NAMED', 'ACCEPTED') AND t.until_at <= app_now()
                             THEN 'PASSED' ELSE t.state END AS shown_state
            FROM standing me
            JOIN deputy t ON t.alliance_id = me.alliance_id
                 AND t.organization_id = me.organization_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private final NewestFirst<DeputyView> list;

    DeputyLists(ScopedDatabase database, Cursors cursors) {
        list = new NewestFirst<>(database, cursors, OF_MY_FIRM, DeputyLists::view, DeputyView::id);
    }

    /** Empty for other firms' people. */
    Mono<DeputyView> one(Caller caller, UUID id) {
        return list.one(caller, id);
    }

    /** Newest first; empty without standing. */
    Mono<Page<DeputyView>> page(Caller caller, @Nullable String cursor, int limit) {
        return list.page(caller, cursor, limit);
    }

    private static DeputyView view(Readable row) {
        return new DeputyView(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "delegate_id", UUID.class),
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "from_at", Instant.class),
                Columns.of(row, "until_at", Instant.class),
                DeputyView.State.valueOf(Columns.of(row, "shown_state", String.class)),
                Columns.of(row, "changed_at", Instant.class));
    }
}
