package org.commonweal.contribution.reading;

/** Which contributions somebody sees, in SQL; the table is that of {@code ParticipantClass}. */
public final class Visible {

    private Visible() {}

    /** A condition on the contribution {@code c} and the standing {@code me}, of whatever state. */
    public static final String TO_ME =
            """
            (me.state = 'ACTIVE' AND (me.class <> 'CUSTOMER'
                    OR c.state IN ('ACKNOWLEDGED', 'HISTORICAL') OR c.author_id = me.person_id)
             OR me.state = 'GUEST' AND c.author_id = me.person_id AND c.goal_id = me.call)
            """;

    /** A condition on the fact {@code activity}: of a contribution, as far as that is visible. */
    public static final String FACT_TO_ME =
            """
            (me.class <> 'CUSTOMER' OR activity.link_kind <> 'contribution' OR EXISTS (
                SELECT FROM contribution c
                WHERE c.alliance_id = activity.alliance_id AND c.id = activity.link_id
                  AND (c.state IN ('ACKNOWLEDGED', 'HISTORICAL') OR c.author_id = me.person_id)))
            """;
}
