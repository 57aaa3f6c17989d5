package org.commonweal.purpose.proposals;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.loading.MarksDocument;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.loading.VoterRows;
import org.commonweal.purpose.proposals.ProposalResponse.MyBallot;
import org.commonweal.purpose.proposals.ProposalResponse.Obstacle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SQL of the reader's own ballot. Whoever has voted is shown that alone: the whole proposal
 * grows with its electorate, and a vote must not.
 */
@Component
public class OwnBallots {

    static final String COLUMNS =
            """
            , e.choice AS my_choice, e.reason AS my_reason, CAST(e.marks AS text) AS my_marks,
              e.paper IS NOT NULL AS paper
            """
                    + VoterRows.COLUMNS;

    private final ScopedDatabase database;
    private final JsonMapper json;

    OwnBallots(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Empty when there is no such proposal that the caller may see. */
    public Mono<MyBallot> one(Caller caller, UUID proposal) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(
                                                ME
                                                        + COLUMNS
                                                        + FROM_ME
                                                        + """
                                                        JOIN proposal b
                                                        ON b.alliance_id = me.alliance_id
                                                           AND b.id = :proposal
                                                        """
                                                        + VoterRows.JOINS
                                                        + WHERE_ME),
                                        caller)
                                .bind("proposal", proposal)
                                .map(this::mine)
                                .one());
    }

    MyBallot mine(Readable row) {
        var obstacle =
                Casting.obstacle(VoterRows.voter(row), VoterRows.terms(row), Standings.now(row));
        return new MyBallot(
                obstacle.isEmpty(),
                Optional.ofNullable(row.get("my_choice", String.class))
                        .map(Choice::valueOf)
                        .orElse(null),
                row.get("my_reason", String.class),
                marks(row),
                obstacle.map(OwnBallots::why).orElse(null),
                SecrecyRows.weight(row),
                SecrecyRows.hasPaper(row));
    }

    private static @Nullable Obstacle why(Casting.Refusal obstacle) {
        return switch (obstacle) {
            case NOT_A_DELEGATE -> Obstacle.NOT_A_DELEGATE;
            case NOT_IN_ELECTORATE -> Obstacle.NOT_IN_ELECTORATE;
            case RECUSED -> Obstacle.RECUSED;
            case BALLOT_NOT_OPEN -> Obstacle.BALLOT_NOT_OPEN;
            case BALLOT_CLOSED -> Obstacle.BALLOT_CLOSED;
            case ID_TAKEN,
                    CHOICE_NOT_OFFERED,
                    REASON_MISSING,
                    BALLOT_ANONYMOUS,
                    PAPER_SIGNED,
                    NO_PROXY,
                    CAST_BY_ITS_OWN,
                    SPLIT_NOT_OFFERED,
                    SPLIT_NOT_WHOLE,
                    CAUCUS_SILENT ->
                    null;
        };
    }

    private @Nullable MarksDocument marks(Readable row) {
        var marks = row.get("my_marks", String.class);
        return marks == null ? null : json.readValue(marks, MarksDocument.class);
    }
}
