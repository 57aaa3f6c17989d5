package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Body;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.Method;
import org.jspecify.annotations.Nullable;

/** Reads what a member is before a ballot. */
public final class VoterRows {

    /** What the others read, of {@link #JOINS}. */
    public static final String COLUMNS =
            """
            , b.closes_at, b.anonymous, b.hidden, rule.body, rule.method, e.voter_id,
              e.organization_id AS elector_organization, e.person_id AS elector_person,
              e.recused_at, e.weight
            """;

    /**
     * The rule of the proposal {@code b}, that in force as long as it is only talked about, and the
     * elector for whom the member {@code me} votes: the member, or the member's firm. Needs the
     * kind's matter as {@code b.matter}.
     *
     * <p>The elector is found by its key. A policy would forbid that for {@code coalesce} or for
     * what is computed from JSON, which PostgreSQL does not take for leakproof: hence CASE, and the
     * rule behind a fence.
     */
    public static final String JOINS = joins("CAST(NULL AS uuid)");

    /** As {@link #JOINS}, for whose vote is bound as {@code voter}, if any is. */
    public static final String JOINS_FOR = joins("CAST(:voter AS uuid)");

    private VoterRows() {}

    private static String joins(String other) {
        return """
        LEFT JOIN LATERAL (
            SELECT * FROM rulebook WHERE rulebook.alliance_id = b.alliance_id
              AND (b.state = 'DIALOGUE' OR rulebook.version = b.rulebook_version)
            ORDER BY rulebook.version DESC LIMIT 1) r ON true
        LEFT JOIN LATERAL (
            SELECT one->>'body' AS body, one->>'method' AS method
            FROM jsonb_array_elements(r.document->'rules') one
            WHERE one->>'matter' = b.matter OFFSET 0) rule ON true
        LEFT JOIN elector e ON e.alliance_id = b.alliance_id AND e.proposal_id = b.id
             AND e.voter_id = CASE WHEN %s IS NOT NULL THEN %s
                              WHEN rule.body = 'PERSONS' THEN me.person_id
                              ELSE me.organization_id END
             AND e.left_at IS NULL
        """
                .formatted(other, other);
    }

    public static Casting.Terms terms(Readable row) {
        return new Casting.Terms(
                Body.valueOf(Columns.of(row, "body", String.class)),
                Method.valueOf(Columns.of(row, "method", String.class)),
                row.get("closes_at", Instant.class),
                Columns.of(row, "anonymous", Boolean.class));
    }

    public static Casting.Voter voter(Readable row) {
        return new Casting.Voter(
                Standings.member(row).delegate(),
                row.get("voter_id", UUID.class) != null,
                row.get("recused_at", Instant.class) != null);
    }

    public static Optional<ElectorRow> elector(Readable row) {
        var voter = row.get("voter_id", UUID.class);
        return voter == null
                ? Optional.empty()
                : Optional.of(
                        new ElectorRow(
                                voter,
                                Columns.of(row, "elector_organization", UUID.class),
                                row.get("elector_person", UUID.class)));
    }

    /**
     * For whom a vote is cast.
     *
     * @param organization the firm of the day of the opening
     * @param person where persons vote
     */
    public record ElectorRow(UUID voter, UUID organization, @Nullable UUID person) {}
}
