package org.commonweal.purpose.asking;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.asking.Need.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SQL of needs, for the statements that open and close them. Who reads the open ones, or who is
 * to be asked, and then writes, holds the alliance's row or compares its revision.
 */
@Component
public class OpenNeeds {

    /** Keeps what is bound as {@code needs}; follows a common table expression {@code kept}. */
    public static final String OPEN =
            """
            , asked AS (
                INSERT INTO need (alliance_id, id, proposal_id, voter_id, purpose_id,
                                  review_of, organization_id, person_id, open)
                SELECT kept.alliance_id, n.id, n.proposal_id, n.voter_id, n.purpose_id,
                       n.review_of, n.organization_id, n.person_id, true
                FROM (SELECT DISTINCT alliance_id FROM kept) kept
                CROSS JOIN jsonb_to_recordset(CAST(:needs AS jsonb)) AS n(
                    id uuid, proposal_id uuid, voter_id uuid, purpose_id uuid,
                    review_of uuid, organization_id uuid, person_id uuid))
            """;

    /** Closes what is bound as {@code done}; follows a common table expression {@code kept}. */
    public static final String CLOSE =
            """
            , answered AS (
                UPDATE need SET open = false
                FROM (SELECT DISTINCT alliance_id FROM kept) kept
                WHERE need.alliance_id = kept.alliance_id AND need.id = ANY(:done) AND need.open)
            """;

    /** What is asked {@code n} for the vote of the elector {@code e} on the proposal {@code b}. */
    public static final String OF_THE_ELECTOR =
            """
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(id ORDER BY id), '{}') AS needs,
                       coalesce(array_agg(person_id ORDER BY id), '{}') AS persons
                FROM need
                WHERE need.alliance_id = b.alliance_id AND need.proposal_id = b.id
                  AND need.voter_id = e.voter_id AND need.open) n
            """;

    private final JsonMapper json;

    OpenNeeds(JsonMapper json) {
        this.json = json;
    }

    /** The value of the parameter {@code needs}. */
    public String json(List<Need> needs) {
        return json.writeValueAsString(needs.stream().map(OpenNeeds::row).toList());
    }

    private static Row row(Need need) {
        return switch (need.subject()) {
            case Subject.Vote vote -> row(need, vote.id(), vote.voter(), null, null);
            case Subject.Deadline deadline -> row(need, null, null, deadline.id(), null);
            case Subject.Review review -> row(need, null, null, null, review.id());
        };
    }

    private static Row row(
            Need need,
            @Nullable UUID proposal,
            @Nullable UUID voter,
            @Nullable UUID purpose,
            @Nullable UUID reviewOf) {
        return new Row(
                need.id(),
                proposal,
                voter,
                purpose,
                reviewOf,
                need.delegate().organization().value(),
                need.delegate().person().value());
    }

    /** The value of the parameter {@code done}. */
    public static UUID[] done(List<Need.Open> needs) {
        return needs.stream().map(Need.Open::id).toArray(UUID[]::new);
    }

    /** Reads two arrays that belong together: the needs, and their persons. */
    public static List<Need.Open> of(Readable row, String needs, String persons) {
        var ids = Columns.of(row, needs, UUID[].class);
        var whose = Columns.of(row, persons, UUID[].class);
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new Need.Open(ids[i], whose[i]))
                .toList();
    }

    private record Row(
            UUID id,
            @Nullable UUID proposal_id,
            @Nullable UUID voter_id,
            @Nullable UUID purpose_id,
            @Nullable UUID review_of,
            UUID organization_id,
            UUID person_id) {}
}
