package org.commonweal.membership.inviting;

/**
 * In SQL: whether an invitation offers more than the membership {@code m} is. Then it can be taken
 * up in place; who is to have less, or to come for another firm, leaves first, so that nobody keeps
 * what the new class may not hold.
 */
final class Widenings {

    private static final String RANK =
            "array_position(ARRAY['GUEST', 'CUSTOMER', 'EXPERT', 'MEMBER'], CAST(%s AS text))";

    private Widenings() {}

    /** A condition; each parameter is an expression of what the invitation says. */
    static String of(String organization, String as, String call) {
        return """
        (m.organization_id = %s AND m.suspended_at IS NULL
            AND (%s < %s OR (m.class = 'GUEST' AND m.call <> CAST(%s AS uuid))))\
        """
                .formatted(organization, RANK.formatted("m.class"), RANK.formatted(as), call);
    }

    /** As {@link #of(String, String, String)}, of a row that has the columns of an invitation. */
    static String of(String row) {
        return of(row + ".organization_id", row + ".class", row + ".call");
    }
}
