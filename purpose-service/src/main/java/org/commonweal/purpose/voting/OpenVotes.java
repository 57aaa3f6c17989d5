package org.commonweal.purpose.voting;

import static org.commonweal.purpose.loading.Bindings.orNull;
import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.Split;
import org.commonweal.purpose.domain.poll.Poll;
import org.commonweal.purpose.loading.CaucusRows;
import org.commonweal.purpose.loading.MotionRows;
import org.commonweal.purpose.loading.ProxyRows;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.loading.VoterRows;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what is known of a vote before it is cast. */
@Component
class OpenVotes {

    private static final String LOAD =
            ME
                    + EARLIER
                    + VoterRows.COLUMNS
                    + MotionRows.COLUMNS
                    + ", a.revision, e.version AS votes, e.choice, e.proxy_id, n.needs, n.persons,"
                    + " held.held, caucus.choices AS caucus_choices, caucus.people AS caucus_people\n"
                    + FROM_ME_AND_EARLIER
                    + """
                    JOIN alliance a ON a.alliance_id = me.alliance_id
                    JOIN proposal b ON b.alliance_id = me.alliance_id AND b.id = :proposal
                    """
                    + VoterRows.JOINS_FOR
                    + OpenNeeds.OF_THE_ELECTOR
                    + """
                    LEFT JOIN LATERAL (
                        SELECT x.id AS held
                    """
                    + ProxyRows.IN_FORCE
                    + """
                          AND x.holder_id = me.person_id AND x.voter_id = CAST(:voter AS uuid)
                          AND (x.proposal_id IS NULL OR x.proposal_id = b.id)
                        ORDER BY x.id LIMIT 1) held ON true
                    CROSS JOIN LATERAL (
                        SELECT coalesce(array_agg(c.choice ORDER BY c.choice), '{}') AS choices,
                               coalesce(array_agg(c.people ORDER BY c.choice), '{}') AS people
                        FROM (SELECT choice, count(*)::int AS people
                    """
                    + CaucusRows.OF_MY_FIRM
                    + """
                                AND e.voter_id = me.organization_id
                              GROUP BY choice) c) caucus
                    """
                    + WHERE_ME;

    private final MotionRows motions;

    OpenVotes(MotionRows motions) {
        this.motions = motions;
    }

    /** Empty when there is no such ballot for the caller. */
    Mono<Found> load(DatabaseClient sql, CastVote.Command command) {
        var spec = Standings.bind(sql.sql(LOAD), command.caller(), command.id(), command.hash());
        return orNull(spec, "voter", command.voter(), UUID.class)
                .bind("proposal", command.proposal().value())
                .map(this::found)
                .one();
    }

    private Found found(Readable row) {
        return new Found(
                Standings.member(row),
                Standings.earlier(row),
                Columns.of(row, "revision", Long.class),
                VoterRows.elector(row),
                Objects.requireNonNullElse(row.get("votes", Long.class), 0L),
                VoterRows.voter(row),
                stead(row),
                row.get("held", UUID.class),
                VoterRows.terms(row),
                motions.poll(row),
                Columns.of(row, "hidden", Boolean.class),
                caucus(row),
                OpenNeeds.of(row, "needs", "persons"),
                Standings.now(row));
    }

    private static Map<Choice, Integer> caucus(Readable row) {
        var choices = Columns.of(row, "caucus_choices", String[].class);
        var people = Columns.of(row, "caucus_people", Integer[].class);
        var caucus = new EnumMap<Choice, Integer>(Choice.class);
        for (var i = 0; i < choices.length; i++) {
            caucus.put(Choice.valueOf(choices[i]), people[i]);
        }
        return caucus;
    }

    private static Casting.Stead stead(Readable row) {
        return new Casting.Stead(
                row.get("held", UUID.class) != null,
                row.get("choice", String.class) != null && row.get("proxy_id", UUID.class) == null,
                VoterRows.elector(row).isPresent(),
                row.get("recused_at", Instant.class) != null);
    }

    /**
     * What is known when the decision is made.
     *
     * @param revision of the standings, by which it is settled who is asked
     * @param elector empty when neither the member nor the member's firm is one
     * @param votes how often that elector has voted
     * @param proxy by which it is cast, if in another's stead
     * @param poll what a question has to choose from; empty for yes and no
     * @param hidden whether nobody is told how before the close
     * @param caucus how many of the firm's people have said what
     * @param needs whose vote is still awaited in that firm
     */
    record Found(
            Member me,
            Earlier earlier,
            long revision,
            Optional<VoterRows.ElectorRow> elector,
            long votes,
            Casting.Voter voter,
            Casting.Stead stead,
            @Nullable UUID proxy,
            Casting.Terms terms,
            Optional<Poll> poll,
            boolean hidden,
            Map<Choice, Integer> caucus,
            List<Need.Open> needs,
            Instant now) {

        Found {
            caucus = Map.copyOf(caucus);
        }

        /** Null for a choice of the whole vote, and while the caucus is silent. */
        @Nullable Split split(CastVote.Say say) {
            if (say.choice() != null || say.split() != null) {
                return say.split();
            }
            return caucus.isEmpty() ? null : Split.ofVoices(caucus);
        }
    }
}
