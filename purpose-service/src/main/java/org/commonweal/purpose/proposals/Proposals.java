package org.commonweal.purpose.proposals;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Afterwards;
import org.commonweal.purpose.loading.Standings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of reading proposals. */
@Component
public class Proposals {

    private static final String PAGE =
            ME
                    + ProposalRows.COLUMNS
                    + FROM_ME
                    + """
                    LEFT JOIN proposal b
                    ON b.alliance_id = me.alliance_id
                       AND b.id < :before
                       AND (NOT :reviewDue OR\
                    """
                    + AftermathRows.IS_DUE
                    + ")\n"
                    + ProposalRows.JOINS
                    + WHERE_ME
                    + "ORDER BY b.id DESC LIMIT :most";

    private final ScopedDatabase database;
    private final ProposalRows rows;

    Proposals(ScopedDatabase database, ProposalRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** One proposal; empty when there is none that the caller may see. */
    public Mono<ProposalResponse> one(Caller caller, UUID proposal) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(
                                                ME
                                                        + ProposalRows.COLUMNS
                                                        + FROM_ME
                                                        + """
                                                        JOIN proposal b
                                                        ON b.alliance_id = me.alliance_id
                                                           AND b.id = :proposal
                                                        """
                                                        + ProposalRows.JOINS
                                                        + WHERE_ME),
                                        caller)
                                .bind("proposal", proposal)
                                .bind("earlier", Afterwards.MOST)
                                .map(rows::proposal)
                                .one());
    }

    /**
     * The newest proposals below {@code before}, one more than {@code limit} if there are so many;
     * empty when the caller has no standing. Of what came of each the last that was said.
     *
     * @param reviewDue only those that are to be looked at again now
     */
    Mono<List<ProposalResponse>> page(Caller caller, UUID before, int limit, boolean reviewDue) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(sql.sql(PAGE), caller)
                                .bind("before", before)
                                .bind("most", limit + 1)
                                .bind("reviewDue", reviewDue)
                                .bind("earlier", 0)
                                .map(this::ifAny)
                                .all()
                                .collectList()
                                .filter(found -> !found.isEmpty())
                                .map(found -> found.stream().flatMap(Optional::stream).toList()));
    }

    private Optional<ProposalResponse> ifAny(Readable row) {
        return row.get("id", UUID.class) == null
                ? Optional.empty()
                : Optional.of(rows.proposal(row));
    }
}
