package org.commonweal.purpose.proposing;

import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Opening;
import org.commonweal.purpose.domain.ProposalId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a proposal goes on from: the SQL. What is over stays over, so it is read beforehand. */
@Component
class Predecessors {

    private static final String STATE =
            """
            SELECT coalesce((SELECT state NOT IN ('DIALOGUE', 'OPEN') FROM proposal
                             WHERE alliance_id = :alliance AND id = :follows), false) AS is_over,
                   EXISTS (SELECT FROM proposal
                           WHERE alliance_id = :alliance AND id = :follows) AS is_there
            """;

    /** Why the proposal cannot follow that one; empty when it can, or follows none. */
    Mono<Opening.FollowRefused> refusal(
            DatabaseClient sql, UUID alliance, Optional<ProposalId> follows) {
        return Mono.justOrEmpty(follows)
                .flatMap(other ->
                        sql.sql(STATE)
                                .bind("alliance", alliance)
                                .bind("follows", other.value())
                                .map(row ->
                                        Opening.following(
                                                Columns.of(row, "is_there", Boolean.class),
                                                Columns.of(row, "is_over", Boolean.class)))
                                .one())
                .flatMap(Mono::justOrEmpty);
    }
}
