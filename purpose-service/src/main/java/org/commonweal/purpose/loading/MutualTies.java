package org.commonweal.purpose.loading;

/** Who has answered whom, both ways (claim B7): the SQL, of the alliance of the row {@code me}. */
public final class MutualTies {

    private MutualTies() {}

    /** Pairs (person_id, with_id), each in both directions, of people who act for two firms. */
    public static final String PAIRS =
            """
            SELECT DISTINCT own.author_id AS person_id, own.answered_by AS with_id
            FROM tie own
            JOIN tie back ON back.alliance_id = own.alliance_id
                 AND back.author_id = own.answered_by AND back.answered_by = own.author_id
            JOIN standing a ON a.alliance_id = own.alliance_id
                 AND a.person_id = own.author_id AND a.state = 'ACTIVE'
            JOIN standing b ON b.alliance_id = own.alliance_id
                 AND b.person_id = own.answered_by AND b.state = 'ACTIVE'
                 AND b.organization_id <> a.organization_id
            WHERE own.alliance_id = me.alliance_id
            """;
}
