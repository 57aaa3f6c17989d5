package org.commonweal.purpose.secretballot;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.asking.OpenNeeds;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.PaperSigning;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.loading.Unchanged;
import org.commonweal.purpose.loading.VoterRows;
import org.commonweal.purpose.wire.PaperSignedV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of signing papers: that one was is kept with the elector, and never which. */
@Component
class Papers {

    private static final HexFormat HEX = HexFormat.of();

    private static final String LOAD =
            ME
                    + VoterRows.COLUMNS
                    + """
                    , a.revision, encode(e.paper, 'hex') AS paper,
                      encode(k.signing, 'hex') AS signing, n.needs, n.persons
                    """
                    + FROM_ME
                    + """
                    JOIN alliance a ON a.alliance_id = me.alliance_id
                    JOIN proposal b ON b.alliance_id = me.alliance_id AND b.id = :proposal
                    """
                    + VoterRows.JOINS
                    + """
                    LEFT JOIN paper_key k ON k.alliance_id = b.alliance_id
                         AND k.proposal_id = b.id AND k.weight = e.weight
                    """
                    + OpenNeeds.OF_THE_ELECTOR
                    + WHERE_ME;

    private static final String KEEP =
            Unchanged.PEOPLE
                    + Unchanged.BALLOT
                    + """
                    kept AS (
                        UPDATE elector SET paper = decode(:paper, 'hex')
                        FROM ballot
                        WHERE elector.alliance_id = ballot.alliance_id AND elector.proposal_id = ballot.id
                          AND elector.voter_id = :voter AND elector.paper IS NULL
                          AND elector.left_at IS NULL AND elector.recused_at IS NULL
                        RETURNING elector.alliance_id)
                    """
                    + OpenNeeds.CLOSE
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    Papers(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Keeps that a paper was signed, when it was; empty when there is no such ballot to see. */
    Mono<SignPaper.Outcome> keep(
            SignPaper.Command command, Function<Found, SignPaper.Outcome> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Standings.bind(sql.sql(LOAD), command.caller())
                                .bind("proposal", command.proposal().value())
                                .map(Papers::found)
                                .one()
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<SignPaper.Outcome> keep(
            DatabaseClient sql, SignPaper.Command command, Found found, SignPaper.Outcome outcome) {
        if (!(outcome.decision() instanceof PaperSigning.Signed)) {
            return Mono.just(outcome);
        }
        var rows =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("proposal", command.proposal().value())
                        .bind("voter", found.elector().orElseThrow().voter())
                        .bind("revision", found.revision())
                        .bind("paper", command.paper().hash())
                        .bind("done", OpenNeeds.done(found.needs()))
                        .bind("journal", facts(command, found))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, outcome);
    }

    /** To the elector alone: who has a paper is nobody else's affair. */
    private String facts(SignPaper.Command command, Found found) {
        var elector = found.elector().orElseThrow();
        var me = found.me().person().value();
        var persons =
                Stream.concat(Stream.of(me), found.needs().stream().map(Need.Open::person))
                        .distinct()
                        .toList();
        var signed =
                new Journal.Entry(
                        command.id(),
                        PaperSignedV1.TYPE,
                        command.proposal().value(),
                        1,
                        me,
                        found.me().organization().value(),
                        new Audience.Persons(persons),
                        null,
                        new PaperSignedV1(
                                command.proposal().value(),
                                elector.organization(),
                                elector.person()));
        return journal.json(
                NeedFacts.both(List.of(signed), NeedFacts.closedBy(command.id(), found.needs())));
    }

    private static Found found(Readable row) {
        return new Found(
                Standings.member(row),
                Columns.of(row, "revision", Long.class),
                VoterRows.elector(row),
                VoterRows.voter(row),
                VoterRows.terms(row),
                Optional.ofNullable(row.get("paper", String.class)),
                Optional.ofNullable(row.get("signing", String.class)),
                OpenNeeds.of(row, "needs", "persons"),
                Standings.now(row));
    }

    /**
     * What is known when the decision is made.
     *
     * @param revision of the standings, by which it is settled who is asked
     * @param paper the hash of what was signed for the elector, in hexadecimal
     * @param key the sealed key of the elector's weight, in hexadecimal
     */
    record Found(
            Member me,
            long revision,
            Optional<VoterRows.ElectorRow> elector,
            Casting.Voter voter,
            Casting.Terms terms,
            Optional<String> paper,
            Optional<String> key,
            List<Need.Open> needs,
            Instant now) {

        PaperSigning.Before before(PaperRequest asked) {
            return paper.map(signed ->
                            signed.equals(asked.hash())
                                    ? PaperSigning.Before.THIS
                                    : PaperSigning.Before.ANOTHER)
                    .orElse(PaperSigning.Before.NOTHING);
        }

        /** As it lies in the database. */
        Optional<byte[]> signing() {
            return key.map(HEX::parseHex);
        }
    }
}
