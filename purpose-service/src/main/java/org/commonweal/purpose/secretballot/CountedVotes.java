package org.commonweal.purpose.secretballot;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.loading.Standings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what was counted on anonymous ballots: there is nothing before the close. */
@Component
class CountedVotes {

    private final ScopedDatabase database;

    CountedVotes(ScopedDatabase database) {
        this.database = database;
    }

    /**
     * The votes above {@code after}, in the order of their receipts, one more than {@code limit} if
     * there are so many; empty when the caller sees no such anonymous ballot.
     */
    Mono<List<SecretVote>> page(Caller caller, UUID proposal, String after, int limit) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(
                                                ME
                                                        + ", v.receipt, v.weight, v.choice\n"
                                                        + FROM_ME
                                                        + """
                                                        JOIN proposal b
                                                        ON b.alliance_id = me.alliance_id
                                                           AND b.id = :proposal AND b.anonymous
                                                        LEFT JOIN counted_vote v
                                                        ON v.alliance_id = b.alliance_id
                                                           AND v.proposal_id = b.id
                                                           AND v.receipt > :after
                                                        """
                                                        + WHERE_ME
                                                        + "ORDER BY v.receipt LIMIT :most"),
                                        caller)
                                .bind("proposal", proposal)
                                .bind("after", after)
                                .bind("most", limit + 1)
                                .map(CountedVotes::ifAny)
                                .all()
                                .collectList()
                                .filter(rows -> !rows.isEmpty())
                                .map(rows -> rows.stream().flatMap(Optional::stream).toList()));
    }

    private static Optional<SecretVote> ifAny(Readable row) {
        return Optional.ofNullable(row.get("receipt", String.class))
                .map(receipt ->
                        new SecretVote(
                                receipt,
                                Columns.of(row, "weight", Integer.class),
                                Choice.valueOf(Columns.of(row, "choice", String.class))));
    }
}
