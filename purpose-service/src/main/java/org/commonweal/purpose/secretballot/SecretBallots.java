package org.commonweal.purpose.secretballot;

import io.r2dbc.spi.Readable;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Electorate;
import org.commonweal.purpose.domain.Secrecy;
import org.commonweal.purpose.domain.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** The beginning and the end of what an anonymous ballot keeps secret: the SQL. */
@Component
public class SecretBallots {

    private static final HexFormat HEX = HexFormat.of();

    /** Keeps what is bound as {@code keys} and {@code box}; the ballot is there already. */
    private static final String BEGIN =
            """
            WITH box AS (
                INSERT INTO ballot_box (alliance_id, proposal_id, secret)
                VALUES (:alliance, :proposal, decode(:box, 'hex')))
            INSERT INTO paper_key (alliance_id, proposal_id, weight, modulus, signing)
            SELECT :alliance, :proposal, k.weight, decode(k.modulus, 'hex'), decode(k.signing, 'hex')
            FROM jsonb_to_recordset(CAST(:keys AS jsonb)) AS k(weight int, modulus text, signing text)\
            """;

    private static final String OPEN =
            """
            SELECT encode(x.secret, 'hex') AS secret, encode(v.sealed, 'hex') AS sealed
            FROM ballot_box x
            LEFT JOIN sealed_vote v ON v.alliance_id = x.alliance_id
                 AND v.proposal_id = x.proposal_id
            WHERE x.alliance_id = :alliance AND x.proposal_id = :proposal\
            """;

    /** All in one statement: no row of what was counted is older or newer than another. */
    private static final String END =
            """
            WITH emptied AS (
                DELETE FROM sealed_vote WHERE alliance_id = :alliance AND proposal_id = :proposal),
            gone AS (
                DELETE FROM ballot_box WHERE alliance_id = :alliance AND proposal_id = :proposal),
            destroyed AS (
                UPDATE paper_key SET signing = NULL
                WHERE alliance_id = :alliance AND proposal_id = :proposal)
            INSERT INTO counted_vote (alliance_id, proposal_id, receipt, weight, choice)
            SELECT :alliance, :proposal, v.receipt, v.weight, v.choice
            FROM jsonb_to_recordset(CAST(:votes AS jsonb)) AS v(receipt text, weight int, choice text)
            ORDER BY v.receipt\
            """;

    private final BallotSeal seal;
    private final JsonMapper json;

    SecretBallots(BallotSeal seal, JsonMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /** Keeps the keys and an empty box of a ballot that was just opened, in its transaction. */
    public Mono<Long> begin(DatabaseClient sql, UUID alliance, UUID proposal, Keys keys) {
        return sql.sql(BEGIN)
                .bind("alliance", alliance)
                .bind("proposal", proposal)
                .bind("box", HEX.formatHex(seal.newBox(proposal)))
                .bind("keys", json.writeValueAsString(keys.rows()))
                .fetch()
                .rowsUpdated();
    }

    /**
     * Makes the keys of a ballot that is to open, one for each weight: before anything is locked,
     * and off the event loop, since a key takes a tenth of a second.
     */
    public Mono<Keys> keys(UUID proposal, Electorate electorate) {
        return Flux.fromIterable(electorate.byWeight().keySet())
                .concatMap(weight ->
                        Mono.fromCallable(() -> key(proposal, weight))
                                .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .map(Keys::new);
    }

    private KeyRow key(UUID proposal, int weight) {
        var key = SigningKey.generate();
        return new KeyRow(
                weight,
                HEX.formatHex(key.verifying().bytes()),
                HEX.formatHex(seal.seal(proposal, key)));
    }

    /**
     * Opens the box of a ballot that is locked and over, and destroys what could tell whose votes
     * they were; the votes, or none at all when there are too few to hide each other.
     */
    public Mono<List<Tally.Vote>> end(DatabaseClient sql, UUID alliance, UUID proposal) {
        return sql.sql(OPEN)
                .bind("alliance", alliance)
                .bind("proposal", proposal)
                .map(SecretBallots::lying)
                .all()
                .collectList()
                .map(rows -> opened(proposal, rows))
                .map(SecretBallots::hiddenAmongOthers)
                .flatMap(votes ->
                        sql.sql(END)
                                .bind("alliance", alliance)
                                .bind("proposal", proposal)
                                .bind("votes", json.writeValueAsString(votes))
                                .fetch()
                                .rowsUpdated()
                                .thenReturn(votes))
                .map(votes ->
                        votes.stream()
                                .map(vote -> new Tally.Vote(vote.choice(), vote.weight()))
                                .toList());
    }

    /** Each weight is shown with its votes, so each has to hide who cast them. */
    private static List<SecretVote> hiddenAmongOthers(List<SecretVote> votes) {
        var sizes =
                votes.stream()
                        .collect(Collectors.groupingBy(SecretVote::weight, Collectors.counting()));
        return votes.stream()
                .filter(vote -> sizes.getOrDefault(vote.weight(), 0L) >= Secrecy.VOTES_MIN)
                .toList();
    }

    private List<SecretVote> opened(UUID proposal, List<Lying> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> seal.box(proposal, HEX.parseHex(row.secret())))
                .map(box -> opened(box, rows))
                .orElseGet(List::of);
    }

    private List<SecretVote> opened(Box box, List<Lying> rows) {
        return rows.stream()
                .flatMap(row -> row.sealed().stream())
                .map(sealed -> box.open(HEX.parseHex(sealed), json))
                .toList();
    }

    private static Lying lying(Readable row) {
        return new Lying(
                Columns.of(row, "secret", String.class),
                Optional.ofNullable(row.get("sealed", String.class)));
    }

    /** A row of the box with the box's secret, sealed and in hexadecimal; an empty box has one. */
    private record Lying(String secret, Optional<String> sealed) {}

    /** The keys of one ballot, as they are kept. */
    public static final class Keys {

        private final List<KeyRow> rows;

        private Keys(List<KeyRow> rows) {
            this.rows = List.copyOf(rows);
        }

        private List<KeyRow> rows() {
            return rows;
        }
    }

    private record KeyRow(int weight, String modulus, String signing) {}
}
