package org.commonweal.purpose.leaving;

import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.leaving.LeavingResponse.OpenBallot;
import org.commonweal.purpose.leaving.LeavingResponse.OwnedGoal;
import org.commonweal.purpose.leaving.LeavingResponse.Settlement;
import org.commonweal.purpose.loading.Standings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What is open of a member and of the member's firm: the SQL. */
@Component
class Commitments {

    private static final String LOAD =
            """
            SELECT EXISTS (SELECT FROM standing o WHERE o.alliance_id = me.alliance_id
                       AND o.organization_id = me.organization_id AND o.state = 'ACTIVE'
                       AND o.person_id <> me.person_id) AS others,
                   CAST((SELECT coalesce(jsonb_agg(jsonb_build_object('proposal', b.id,
                           'title', b.title, 'closesAt', b.closes_at,
                           'cast', e.choice IS NOT NULL OR e.paper IS NOT NULL, 'own', e.person_id IS NOT NULL)
                           ORDER BY b.closes_at, b.id), '[]')
                       FROM elector e JOIN proposal b ON b.alliance_id = e.alliance_id
                            AND b.id = e.proposal_id AND b.state = 'OPEN'
                       WHERE e.alliance_id = me.alliance_id
                         AND e.voter_id IN (me.organization_id, me.person_id)
                         AND e.left_at IS NULL AND e.recused_at IS NULL) AS text) AS ballots,
                   CAST((SELECT coalesce(jsonb_agg(jsonb_build_object('goal', g.id,
                           'title', g.title, 'due', g.due, 'owner', g.owner)
                           ORDER BY g.due, g.id), '[]')
                       FROM (SELECT g.* FROM purpose p JOIN goal g ON g.alliance_id = p.alliance_id
                                  AND g.purpose_id = p.id
                             WHERE p.alliance_id = me.alliance_id AND p.state = 'ACTIVE'
                               AND g.owner IN (SELECT o.person_id FROM standing o
                                   WHERE o.alliance_id = me.alliance_id AND o.state = 'ACTIVE'
                                     AND o.organization_id = me.organization_id)
                             ORDER BY g.due, g.id LIMIT 200) g) AS text) AS goals
            FROM standing me
            """
                    + WHERE_ME;

    private final ScopedDatabase database;
    private final JsonMapper json;

    Commitments(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Empty without standing. */
    Mono<LeavingResponse> of(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql -> Standings.bind(sql.sql(LOAD), caller).map(this::commitments).one());
    }

    private LeavingResponse commitments(Readable row) {
        boolean others = Columns.of(row, "others", Boolean.class);
        var ballots = json.readValue(Columns.of(row, "ballots", String.class), BallotRow[].class);
        var goals = json.readValue(Columns.of(row, "goals", String.class), GoalRow[].class);
        return new LeavingResponse(
                List.of(ballots).stream().map(ballot -> ballot.settled(others)).toList(),
                List.of(goals).stream().map(GoalRow::owned).toList());
    }

    private record BallotRow(
            UUID proposal, String title, Instant closesAt, boolean cast, boolean own) {

        OpenBallot settled(boolean others) {
            return new OpenBallot(
                    proposal,
                    title,
                    closesAt,
                    cast ? Settlement.COUNTS : uncast(others),
                    cast ? Settlement.COUNTS : Settlement.NOT_WAITED_FOR);
        }

        /** Nobody casts a person's vote in the person's stead, so nobody waits for it. */
        private Settlement uncast(boolean others) {
            if (own) {
                return Settlement.NOT_WAITED_FOR;
            }
            return others ? Settlement.OTHERS_CAST_IT : Settlement.STAYS_UNCAST;
        }
    }

    private record GoalRow(UUID goal, String title, LocalDate due, UUID owner) {

        OwnedGoal owned() {
            return new OwnedGoal(goal, title, due, owner);
        }
    }
}
