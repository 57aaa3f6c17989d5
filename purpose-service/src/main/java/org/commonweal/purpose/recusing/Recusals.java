package org.commonweal.purpose.recusing;

import static org.commonweal.purpose.loading.Bindings.orNull;
import static org.commonweal.purpose.loading.Standings.EARLIER;
import static org.commonweal.purpose.loading.Standings.FROM_ME_AND_EARLIER;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.PersonId;
import org.commonweal.purpose.domain.Recusing;
import org.commonweal.purpose.loading.ProxyRows;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.loading.Unchanged;
import org.commonweal.purpose.loading.VoterRows;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of recusals: read once, let the decision be made, write once. */
@Component
class Recusals {

    private static final String LOAD =
            ME
                    + EARLIER
                    + VoterRows.COLUMNS
                    + ProxyRows.COLUMNS
                    + """
                    , a.revision, b.title, e.version AS votes, e.paper IS NOT NULL AS paper, n.needs, n.persons, askable.askable,
                      (SELECT count(*)::int FROM elector o WHERE o.alliance_id = b.alliance_id
                         AND o.proposal_id = b.id AND o.left_at IS NULL AND o.recused_at IS NULL
                         AND o.voter_id IS DISTINCT FROM e.voter_id) AS others
                    """
                    + FROM_ME_AND_EARLIER
                    + """
                    JOIN alliance a ON a.alliance_id = me.alliance_id
                    JOIN proposal b ON b.alliance_id = me.alliance_id AND b.id = :proposal
                    """
                    + VoterRows.JOINS
                    + OpenNeeds.OF_THE_ELECTOR
                    + """
                    CROSS JOIN LATERAL (
                        SELECT coalesce(array_agg(DISTINCT s.person_id), '{}') AS askable
                        FROM standing s
                        WHERE s.alliance_id = b.alliance_id AND s.state = 'ACTIVE'
                          AND s.class = 'MEMBER'
                          AND CASE WHEN e.person_id IS NULL
                              THEN s.delegate AND s.organization_id = e.organization_id
                              ELSE s.person_id = e.person_id END) askable
                    """
                    + ProxyRows.HOLDERS
                    + WHERE_ME;

    /** Alone in the alliance, so that each recusal says how many are left. */
    private static final String KEEP =
            Unchanged.PEOPLE_ALONE
                    + Unchanged.BALLOT
                    + """
                    kept AS (
                        UPDATE elector
                        SET recusal = :reason,
                            recused_by = CASE WHEN CAST(:reason AS text) IS NULL THEN NULL
                                         ELSE CAST(:by AS uuid) END,
                            recused_at = CASE WHEN CAST(:reason AS text) IS NULL THEN NULL
                                         ELSE app_now() END,
                            choice = NULL, reason = NULL, marks = NULL, cast_by = NULL, cast_at = NULL,
                            proxy_id = NULL, split = NULL,
                            version = elector.version + 1
                        FROM ballot
                        WHERE elector.alliance_id = ballot.alliance_id
                          AND elector.proposal_id = ballot.id AND elector.voter_id = :voter
                          AND elector.version = :version AND elector.left_at IS NULL
                          AND elector.paper IS NULL
                        RETURNING elector.alliance_id)
                    """
                    + OpenNeeds.CLOSE
                    + OpenNeeds.OPEN
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final OpenNeeds needs;
    private final Journal journal;

    Recusals(ScopedDatabase database, OpenNeeds needs, Journal journal) {
        this.database = database;
        this.needs = needs;
        this.journal = journal;
    }

    /** Keeps what is decided; empty when there is no such ballot for the caller. */
    Mono<Recusing> recuse(Recuse.Command command, Function<Found, Recusing> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(LOAD),
                                        command.caller(),
                                        command.id(),
                                        command.hash())
                                .bind("proposal", command.proposal().value())
                                .map(Recusals::found)
                                .one()
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<Recusing> keep(
            DatabaseClient sql, Recuse.Command command, Found found, Recusing decided) {
        return switch (decided) {
            case Recusing.Recused _, Recusing.TakenBack _ -> {
                var facts = new RecusalFacts(command, found);
                var spec =
                        sql.sql(KEEP)
                                .bind("alliance", command.caller().alliance())
                                .bind("revision", found.revision())
                                .bind("proposal", command.proposal().value())
                                .bind("by", found.me().person().value())
                                .bind("voter", found.elector().orElseThrow().voter())
                                .bind("version", found.votes())
                                .bind("done", OpenNeeds.done(found.needs()))
                                .bind("needs", needs.json(facts.needs()))
                                .bind("journal", journal.json(facts.all()));
                var rows = orNull(spec, "reason", command.reason(), String.class);
                yield Guard.held(rows.fetch().rowsUpdated(), decided);
            }
            case Recusing.Unchanged _, Recusing.Refused _ -> Mono.just(decided);
        };
    }

    private static Found found(Readable row) {
        return new Found(
                Standings.member(row),
                Standings.earlier(row),
                Columns.of(row, "revision", Long.class),
                Columns.of(row, "title", String.class),
                VoterRows.elector(row),
                Objects.requireNonNullElse(row.get("votes", Long.class), 0L),
                VoterRows.voter(row),
                Columns.of(row, "paper", Boolean.class),
                VoterRows.terms(row),
                OpenNeeds.of(row, "needs", "persons"),
                Arrays.stream(Columns.of(row, "askable", UUID[].class)).map(PersonId::new).toList(),
                ProxyRows.held(row),
                Columns.of(row, "others", Integer.class),
                Standings.now(row));
    }

    /**
     * What is known when the decision is made.
     *
     * @param elector empty when neither the member nor the member's firm is one
     * @param votes how often that elector has voted or was recused
     * @param paper whether a voting paper was signed for it
     * @param needs whose vote is awaited
     * @param askable whose vote would be, if the elector took part again
     * @param held votes of this ballot that others hold
     * @param others how many electors are left beside this one
     */
    record Found(
            Member me,
            Earlier earlier,
            long revision,
            String title,
            Optional<VoterRows.ElectorRow> elector,
            long votes,
            Casting.Voter voter,
            boolean paper,
            Casting.Terms terms,
            List<Need.Open> needs,
            List<PersonId> askable,
            List<ProxyRows.Held> held,
            int others,
            Instant now) {}
}
