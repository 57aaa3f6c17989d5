package org.commonweal.purpose.loading;

/** Reads what people of a firm think of a ballot. */
public final class CaucusRows {

    /**
     * What each {@code c} says who is a member of the firm of {@code me} today, about the proposal
     * {@code b}; who has left or has moved to another firm speaks for it no more.
     */
    public static final String OF_MY_FIRM =
            """
            FROM caucus c WHERE c.alliance_id = b.alliance_id AND c.proposal_id = b.id
              AND c.organization_id = me.organization_id
              AND EXISTS (SELECT FROM standing s WHERE s.alliance_id = c.alliance_id
                          AND s.person_id = c.person_id
                          AND s.organization_id = c.organization_id
                          AND s.state = 'ACTIVE' AND s.class = 'MEMBER')
            """;

    private CaucusRows() {}
}
