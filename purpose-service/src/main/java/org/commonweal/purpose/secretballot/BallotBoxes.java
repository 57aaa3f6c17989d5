package org.commonweal.purpose.secretballot;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Method;
import org.commonweal.purpose.domain.SecretCasting;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SQL of the boxes while they are open. Nothing here names a person, a time or an order, and
 * nothing is said in the journal: its entries have both.
 */
@Component
class BallotBoxes {

    private static final HexFormat HEX = HexFormat.of();

    private static final String LOAD =
            """
            SELECT b.closes_at, app_now() AS now, encode(x.secret, 'hex') AS box, k.weights, k.moduli,
                   rule.method
            FROM proposal b
            LEFT JOIN ballot_box x ON x.alliance_id = b.alliance_id AND x.proposal_id = b.id
            CROSS JOIN LATERAL (
                SELECT array_agg(weight ORDER BY weight) AS weights,
                       array_agg(encode(modulus, 'hex') ORDER BY weight) AS moduli
                FROM paper_key k
                WHERE k.alliance_id = b.alliance_id AND k.proposal_id = b.id) k
            CROSS JOIN LATERAL (
                SELECT one->>'method' AS method
                FROM rulebook r CROSS JOIN jsonb_array_elements(r.document->'rules') one
                WHERE r.alliance_id = b.alliance_id AND r.version = b.rulebook_version
                  AND one->>'matter' = b.matter) rule
            WHERE b.alliance_id = :alliance AND b.id = :proposal AND b.anonymous
              AND b.opens_at IS NOT NULL\
            """;

    /** The shared lock of the ballot makes the count wait for the votes that were in time. */
    private static final String KEEP =
            """
            WITH ballot AS (
                SELECT alliance_id, id FROM proposal
                WHERE alliance_id = :alliance AND id = :proposal
                  AND state = 'OPEN' AND app_now() < closes_at
                FOR SHARE)
            INSERT INTO sealed_vote (alliance_id, proposal_id, slot, sealed)
            SELECT alliance_id, id, :slot, :sealed FROM ballot
            ON CONFLICT (alliance_id, proposal_id, slot) DO UPDATE SET sealed = excluded.sealed\
            """;

    private final ScopedDatabase database;
    private final BallotSeal seal;
    private final JsonMapper json;

    BallotBoxes(ScopedDatabase database, BallotSeal seal, JsonMapper json) {
        this.database = database;
        this.seal = seal;
        this.json = json;
    }

    /** Keeps the vote when it is cast; empty when there is no such box. */
    Mono<SecretCasting> cast(CastSecretly.Command command, Function<Found, SecretCasting> decide) {
        return database.inAlliance(
                command.alliance(),
                sql ->
                        sql.sql(LOAD)
                                .bind("alliance", command.alliance())
                                .bind("proposal", command.proposal())
                                .map(row -> found(row))
                                .one()
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<SecretCasting> keep(
            DatabaseClient sql, CastSecretly.Command command, Found found, SecretCasting casting) {
        if (!(casting instanceof SecretCasting.Cast(var weight, var choice))) {
            return Mono.just(casting);
        }
        var box = seal.box(command.proposal(), HEX.parseHex(found.box().orElseThrow()));
        var receipt = command.vote().signed().receipt();
        var rows =
                sql.sql(KEEP)
                        .bind("alliance", command.alliance())
                        .bind("proposal", command.proposal())
                        .bind("slot", box.slot(receipt))
                        .bind("sealed", box.seal(new SecretVote(receipt, weight, choice), json))
                        .fetch()
                        .rowsUpdated();
        return Guard.held(rows, casting);
    }

    private static Found found(Readable row) {
        var weights = Columns.of(row, "weights", Integer[].class);
        var moduli = Columns.of(row, "moduli", String[].class);
        var keys = new TreeMap<Integer, TokenKey>();
        for (var i = 0; i < weights.length; i++) {
            keys.put(weights[i], TokenKey.of(HEX.parseHex(moduli[i])));
        }
        return new Found(
                keys,
                Optional.ofNullable(row.get("box", String.class)),
                Method.valueOf(Columns.of(row, "method", String.class)),
                Columns.of(row, "closes_at", Instant.class),
                Columns.of(row, "now", Instant.class));
    }

    /**
     * What is known when the decision is made: of the ballot, and of nobody.
     *
     * @param keys by the weight of what they have signed
     * @param box the sealed secret, in hexadecimal; empty when the box was opened
     */
    record Found(
            Map<Integer, TokenKey> keys,
            Optional<String> box,
            Method method,
            Instant closesAt,
            Instant now) {

        Found {
            keys = Map.copyOf(keys);
        }
    }
}
