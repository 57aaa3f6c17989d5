package org.commonweal.purpose.proposals;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.List;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Weight;
import org.commonweal.purpose.loading.Count;
import org.commonweal.purpose.proposals.ProposalResponse.Secrecy;
import org.commonweal.purpose.proposals.ProposalResponse.Secrecy.PaperKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a ballot keeps to itself, and what it shows of that. */
@Component
class SecrecyRows {

    /**
     * What the others read, of {@link #JOINS}, the joins of voters and the electorate's lateral.
     */
    static final String COLUMNS =
            """
            , all_of_it.papers, papers.keys AS paper_keys
            """;

    /** Of the proposal {@code b}; a key is public, all of it. */
    static final String JOINS =
            """
            LEFT JOIN LATERAL (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                           'weight', round(k.weight / 1000000.0, 6), 'modulus',
                           translate(encode(k.modulus, 'base64'), E'+/=\\n', '-_'))
                           ORDER BY k.weight), '[]')::text AS keys
                FROM paper_key k WHERE k.alliance_id = b.alliance_id
                  AND k.proposal_id = b.id) papers ON true
            """;

    private final JsonMapper json;

    SecrecyRows(JsonMapper json) {
        this.json = json;
    }

    Secrecy of(Readable row) {
        return new Secrecy(
                Columns.of(row, "hidden", Boolean.class),
                Columns.of(row, "anonymous", Boolean.class),
                Columns.of(row, "papers", Integer.class),
                json.readValue(
                        Columns.of(row, "paper_keys", String.class),
                        new TypeReference<List<PaperKey>>() {}));
    }

    /** Null while it is hidden. */
    @Nullable Count count(Readable row) {
        var count = row.get("count", String.class);
        return count == null ? null : json.readValue(count, Count.class);
    }

    /** Of the reader's own vote, in votes. */
    static @Nullable BigDecimal weight(Readable row) {
        var weight = row.get("weight", Integer.class);
        return weight == null ? null : Weight.votes(weight);
    }

    static boolean hasPaper(Readable row) {
        return Boolean.TRUE.equals(row.get("paper", Boolean.class));
    }
}
