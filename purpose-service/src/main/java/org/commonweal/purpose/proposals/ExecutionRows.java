package org.commonweal.purpose.proposals;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.loading.ProposalContent;
import org.commonweal.purpose.proposals.ProposalResponse.Approval;
import org.commonweal.purpose.proposals.ProposalResponse.Execution;
import org.commonweal.purpose.proposals.ProposalResponse.ExecutionState;
import org.commonweal.purpose.proposals.ProposalResponse.Ordered;
import org.jspecify.annotations.Nullable;

/** Reads what a proposal orders, who decided it alone, and what became of it. */
final class ExecutionRows {

    static final String COLUMNS =
            """
            , b.approved_by, b.approved_by_organization, b.approved_at, x.state AS execution_state,
              x.refusal AS execution_refusal, x.detail AS execution_detail, x.at AS execution_at
            """;

    static final String JOIN =
            """
            LEFT JOIN execution x ON x.alliance_id = b.alliance_id AND x.proposal_id = b.id
            """;

    private ExecutionRows() {}

    static @Nullable Ordered ordered(ProposalContent content) {
        var order = content.order();
        return order == null
                ? null
                : new Ordered(order, Objects.requireNonNull(content.words(), "an order has one"));
    }

    static @Nullable Approval approval(Readable row) {
        var person = row.get("approved_by", UUID.class);
        return person == null
                ? null
                : new Approval(
                        person,
                        Columns.of(row, "approved_by_organization", UUID.class),
                        Columns.of(row, "approved_at", Instant.class));
    }

    static @Nullable Execution execution(Readable row) {
        var state = row.get("execution_state", String.class);
        return state == null
                ? null
                : new Execution(
                        ExecutionState.valueOf(state),
                        row.get("execution_refusal", String.class),
                        row.get("execution_detail", String.class),
                        Columns.of(row, "execution_at", Instant.class));
    }
}
