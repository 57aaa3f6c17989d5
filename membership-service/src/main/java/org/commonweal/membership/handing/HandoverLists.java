package org.commonweal.membership.handing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Handover;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.NewestFirst;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the caller offers and is offered: the SQL. */
@Component
class HandoverLists {

    private static final String MINE =
            """
            SELECT h.* FROM standing me
            JOIN handover h ON h.alliance_id = me.alliance_id
                 AND h.organization_id = me.organization_id
                 AND me.person_id IN (h.from_id, h.person_id)
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private final NewestFirst<HandoverView> list;

    HandoverLists(ScopedDatabase database, Cursors cursors) {
        list = new NewestFirst<>(database, cursors, MINE, HandoverLists::view, HandoverView::id);
    }

    /** Empty for everybody but the two. */
    Mono<HandoverView> one(Caller caller, UUID id) {
        return list.one(caller, id);
    }

    /** Newest first; empty without standing. */
    Mono<Page<HandoverView>> page(Caller caller, @Nullable String cursor, int limit) {
        return list.page(caller, cursor, limit);
    }

    private static HandoverView view(Readable row) {
        return new HandoverView(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "from_id", UUID.class),
                Columns.of(row, "person_id", UUID.class),
                Handover.Role.valueOf(Columns.of(row, "role", String.class)),
                Handover.State.valueOf(Columns.of(row, "state", String.class)),
                Columns.of(row, "offered_at", Instant.class),
                Columns.of(row, "changed_at", Instant.class));
    }
}
