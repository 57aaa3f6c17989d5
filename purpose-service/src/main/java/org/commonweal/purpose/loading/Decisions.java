package org.commonweal.purpose.loading;

/** The SQL of the count of the ballot that decided something. */
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
        (SELECT jsonb_build_object('proposal', decided.id) || decided.tally
         FROM proposal decided
         WHERE decided.alliance_id = %s AND decided.id = %s)\
        """
                .formatted(alliance, proposal);
    }
}
