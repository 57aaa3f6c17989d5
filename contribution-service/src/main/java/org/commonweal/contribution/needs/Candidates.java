package org.commonweal.contribution.needs;

import io.r2dbc.spi.Readable;
import java.util.Optional;
import org.commonweal.contribution.domain.Ask;
import org.commonweal.contribution.domain.Member;
import org.commonweal.contribution.reading.ContributionRows;

/**
 * Who can be asked to answer: the owner of the goal, and the member of another firm of whom the
 * least is needed now. Beyond twenty open needs one person has as much to do as another, and the
 * one whose latest need is due first is asked: counting them all would make every submission slower
 * with each that waits. Part of a query that starts with {@code alliance_id} and the goal {@code
 * g}.
 */
public record Candidates(Optional<Member> owner, Optional<Member> leastAsked) {

    public static final String COLUMNS =
            """
            owner.person_id AS owner_id, owner.organization_id AS owner_organization_id,
            least.person_id AS least_id, least.organization_id AS least_organization_id
            """;

    private static final String JOINS =
            """
            LEFT JOIN LATERAL (
                SELECT s.person_id, s.organization_id FROM standing s
                WHERE s.alliance_id = :alliance AND s.person_id = g.owner_id
                  AND s.state = 'ACTIVE' AND s.class IN ('MEMBER', 'EXPERT')
                  AND s.organization_id <> %1$s AND %2$s LIMIT 1) owner ON true
            LEFT JOIN LATERAL (
                SELECT s.person_id, s.organization_id FROM standing s
                WHERE s.alliance_id = :alliance AND s.state = 'ACTIVE'
                  AND s.class IN ('MEMBER', 'EXPERT')
                  AND s.organization_id <> %1$s AND %2$s
                ORDER BY (SELECT count(*) FROM (
                              SELECT FROM need n
                              WHERE n.alliance_id = s.alliance_id AND n.person_id = s.person_id
                                AND n.closed_at IS NULL LIMIT 20) AS counted),
                         (SELECT max(n.due) FROM need n
                          WHERE n.alliance_id = s.alliance_id AND n.person_id = s.person_id
                            AND n.closed_at IS NULL) NULLS FIRST, s.person_id
                LIMIT 1) least ON true
            """;

    /** A condition on {@code s}: who belongs to two firms is of both, with whichever login. */
    public static final String NOT_OF =
            """
            NOT EXISTS (
                SELECT FROM standing w WHERE w.alliance_id = s.alliance_id
                  AND w.person_id = s.person_id AND w.state = 'ACTIVE'
                  AND w.organization_id = %s)\
            """;

    /**
     * The joins that {@link #COLUMNS} are read from.
     *
     * @param firm the author's, as the query names it
     */
    public static String joins(String firm) {
        return JOINS.formatted(firm, NOT_OF.formatted(firm));
    }

    /** As {@link #joins}, without the person of the parameter {@code gone}. */
    public static String joinsWithoutGone(String firm) {
        return JOINS.formatted(firm, NOT_OF.formatted(firm) + " AND s.person_id <> :gone");
    }

    /** Who is asked for the work of this author. */
    public Optional<Ask> of(Member author) {
        return Ask.of(author, owner, leastAsked);
    }

    public static Candidates of(Readable row) {
        return new Candidates(
                ContributionRows.member(row, "owner_id", "owner_organization_id"),
                ContributionRows.member(row, "least_id", "least_organization_id"));
    }
}
