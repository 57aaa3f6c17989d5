package org.commonweal.purpose.loading;

/** The SQL of counting the ballot that decided something. */
public final class Decisions {

    private Decisions() {}

    /**
     * A JSON object that reads as {@link Decision}, or null.
     *
     * @param alliance the expression of the alliance's id
     * @param proposal the expression of the ballot's id, which can be null
     */
    public static String of(String alliance, String proposal) {
        return """
        (SELECT jsonb_build_object('proposal', e.proposal_id,
                    'yes', count(*) FILTER (WHERE e.choice = 'YES'),
                    'no', count(*) FILTER (WHERE e.choice = 'NO'),
                    'abstain', count(*) FILTER (WHERE e.choice = 'ABSTAIN'),
                    'electorate', count(*))
         FROM elector e
         WHERE e.alliance_id = %s AND e.proposal_id = %s
         GROUP BY e.proposal_id)\
        """
                .formatted(alliance, proposal);
    }
}
