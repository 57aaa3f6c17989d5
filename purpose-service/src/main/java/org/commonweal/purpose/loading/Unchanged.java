package org.commonweal.purpose.loading;

/** How a statement begins that keeps nothing unless what was read before still is so. */
public final class Unchanged {

    /**
     * People and rulebook, as {@code still}, until this is kept. Binds {@code alliance} and {@code
     * revision}.
     */
    public static final String PEOPLE =
            """
            WITH still AS (
                SELECT alliance_id FROM alliance
                WHERE alliance_id = :alliance AND revision = :revision FOR SHARE),
            """;

    /**
     * The same for whoever changes who is asked, so that nothing is kept that was read before it.
     */
    public static final String PEOPLE_ALONE =
            """
            WITH still AS (
                UPDATE alliance SET revision = revision + 1
                WHERE alliance_id = :alliance AND revision = :revision RETURNING alliance_id),
            """;

    /**
     * After either: that the {@code ballot} bound as {@code proposal} is open. The shared lock
     * makes a count wait for what was in time.
     */
    public static final String BALLOT =
            """
            ballot AS (
                SELECT b.alliance_id, b.id FROM still
                JOIN proposal b ON b.alliance_id = still.alliance_id AND b.id = :proposal
                WHERE b.state = 'OPEN' AND app_now() < b.closes_at
                FOR SHARE OF b),
            """;

    private Unchanged() {}
}
