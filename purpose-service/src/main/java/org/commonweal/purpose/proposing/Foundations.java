package org.commonweal.purpose.proposing;

import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Circumstances;
import org.commonweal.purpose.domain.Circumstances.Obstacle;
import org.commonweal.purpose.domain.Course;
import org.commonweal.purpose.domain.Days;
import org.commonweal.purpose.domain.PersonId;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.domain.Wish;
import org.commonweal.purpose.loading.MotionRows;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.commonweal.purpose.loading.PeopleRows;
import org.commonweal.purpose.loading.ProgressRows;
import org.commonweal.purpose.loading.ProxyRows;
import org.commonweal.purpose.loading.PurposeRows;
import org.commonweal.purpose.loading.RulebookRows;
import org.commonweal.purpose.loading.Standings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what is known of an alliance when something is proposed or put to the vote. */
@Component
class Foundations {

    private static final UUID NO_PURPOSE = new UUID(0, 0);

    private static final String LOAD =
            ME
                    + EARLIER
                    + MotionRows.COLUMNS
                    + PurposeRows.COLUMNS
                    + RulebookRows.COLUMNS
                    + PeopleRows.COLUMNS
                    + ProgressRows.COLUMNS
                    + ProxyRows.COLUMNS
                    + """
                    , a.time_zone, a.revision, other.state AS other, b.state AS proposal_state,
                      b.version AS proposal_version, b.dialogue_from, b.opened_by,
                      (SELECT max(t.version) FROM proposal_text t
                       WHERE t.alliance_id = b.alliance_id AND t.proposal_id = b.id) AS text,
                      (SELECT count(DISTINCT v.organization_id)::int FROM voice v
                       WHERE v.alliance_id = b.alliance_id AND v.proposal_id = b.id) AS voices,
                      EXISTS (SELECT FROM proposal o WHERE o.alliance_id = me.alliance_id
                              AND o.purpose_id = p.id AND o.state = 'OPEN') AS on_purpose,
                      EXISTS (SELECT FROM proposal o WHERE o.alliance_id = me.alliance_id
                              AND o.kind = 'CHANGE_RULES' AND o.state = 'OPEN') AS on_rules,
                      EXISTS (SELECT FROM proposal o WHERE o.alliance_id = me.alliance_id
                              AND o.kind = 'CHANGE_STAGE' AND o.state = 'OPEN') AS on_stage
                    """
                    + FROM_ME_AND_EARLIER
                    + "JOIN alliance a ON a.alliance_id = me.alliance_id\n"
                    + RulebookRows.IN_FORCE
                    + """
                    LEFT JOIN proposal b ON b.alliance_id = me.alliance_id AND b.id = :proposal
                    LEFT JOIN purpose p ON p.alliance_id = me.alliance_id
                         AND p.id = coalesce(b.purpose_id, :purpose)
                    LEFT JOIN purpose other ON other.alliance_id = me.alliance_id
                         AND other.state IN ('PROPOSED', 'ACTIVE')
                    """
                    + PeopleRows.LATERAL
                    // Ties are counted only where a stage is in question.
                    + ProgressRows.lateral("'CHANGE_STAGE' IN (:kind, b.kind)")
                    + ProxyRows.HOLDERS
                    + WHERE_ME;

    private final MotionRows motions;
    private final RulebookRows rulebooks;

    Foundations(MotionRows motions, RulebookRows rulebooks) {
        this.motions = motions;
        this.rulebooks = rulebooks;
    }

    /** As the other, where no electorate is frozen and so no position is printed. */
    Mono<Found> load(
            DatabaseClient sql,
            Caller caller,
            UUID command,
            String hash,
            ProposalId proposal,
            Optional<Wish> wish) {
        return load(sql, caller, command, hash, proposal, wish, Instant.EPOCH);
    }

    /**
     * Empty when the caller has no standing.
     *
     * @param wish of a new proposal; empty where it is that of the proposal
     * @param asOf the position of the standings, read before
     */
    Mono<Found> load(
            DatabaseClient sql,
            Caller caller,
            UUID command,
            String hash,
            ProposalId proposal,
            Optional<Wish> wish,
            Instant asOf) {
        var about = wish.flatMap(Wish::about).map(PurposeId::value).orElse(NO_PURPOSE);
        return Standings.bind(sql.sql(LOAD), caller, command, hash)
                .bind("proposal", proposal.value())
                .bind("purpose", about)
                .bind("kind", wish.map(Kind::of).map(Kind::name).orElse(""))
                .map(row -> found(row, asOf))
                .one();
    }

    private Found found(Readable row, Instant asOf) {
        return new Found(
                Standings.member(row),
                Standings.as(row),
                Standings.earlier(row),
                Columns.of(row, "revision", Long.class),
                proposal(row),
                ProxyRows.held(row),
                new Circumstances(
                        purpose(row),
                        obstacles(row),
                        rulebooks.rulebook(row),
                        dialogue(row),
                        new Days(ZoneId.of(Columns.of(row, "time_zone", String.class))),
                        PeopleRows.people(row),
                        PeopleRows.sponsors(row),
                        asOf,
                        Standings.now(row),
                        ProgressRows.course(row).orElse(Course.BEGINNING)));
    }

    private Optional<Found.Proposal> proposal(Readable row) {
        var state = row.get("proposal_state", String.class);
        return state == null
                ? Optional.empty()
                : Optional.of(
                        new Found.Proposal(
                                state,
                                Columns.of(row, "proposal_version", Long.class),
                                motions.wish(row),
                                new PersonId(Columns.of(row, "opened_by", UUID.class)),
                                Columns.of(row, "text", Integer.class)));
    }

    private static Optional<Purpose> purpose(Readable row) {
        return row.get("id", UUID.class) == null
                ? Optional.empty()
                : Optional.of(PurposeRows.purpose(row));
    }

    private static Optional<Circumstances.Dialogue> dialogue(Readable row) {
        var since = row.get("dialogue_from", Instant.class);
        return since == null
                ? Optional.empty()
                : Optional.of(
                        new Circumstances.Dialogue(
                                since, Columns.of(row, "voices", Integer.class)));
    }

    private static Set<Obstacle> obstacles(Readable row) {
        var obstacles = EnumSet.noneOf(Obstacle.class);
        var other = row.get("other", String.class);
        if (other != null) {
            obstacles.add(
                    other.equals("ACTIVE") ? Obstacle.ACTIVE_PURPOSE : Obstacle.PROPOSED_PURPOSE);
        }
        if (Columns.of(row, "on_purpose", Boolean.class)) {
            obstacles.add(Obstacle.BALLOT_ON_THE_PURPOSE);
        }
        if (Columns.of(row, "on_rules", Boolean.class)) {
            obstacles.add(Obstacle.BALLOT_ON_THE_RULES);
        }
        if (Columns.of(row, "on_stage", Boolean.class)) {
            obstacles.add(Obstacle.BALLOT_ON_THE_STAGE);
        }
        return obstacles;
    }
}
