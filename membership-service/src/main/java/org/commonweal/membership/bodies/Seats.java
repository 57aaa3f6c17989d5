package org.commonweal.membership.bodies;

/** How many seats of a firm are taken: parts of other SQL, in which {@code o} is the firm. */
public final class Seats {

    private Seats() {}

    /** By its members, and by whom it has besides. */
    public static final String HELD =
            """
            (SELECT count(*) FROM place t WHERE t.alliance_id = o.alliance_id
                AND t.organization_id = o.id AND t.class = 'MEMBER')\
            """;

    /** Promised to whoever is invited as a member and has not answered. */
    public static final String INVITED =
            """
            (SELECT count(*) FROM invitation t WHERE t.alliance_id = o.alliance_id
                AND t.organization_id = o.id AND t.state = 'SENT' AND t.class = 'MEMBER'
                AND t.expires_at > app_now())\
            """;

    /**
     * Held by others than somebody, who may have one already and takes no second.
     *
     * @param person in SQL
     */
    public static String heldWithout(String person) {
        return """
        (SELECT count(*) FROM place t WHERE t.alliance_id = o.alliance_id
            AND t.organization_id = o.id AND t.class = 'MEMBER' AND t.person_id <> %s)\
        """
                .formatted(person);
    }
}
