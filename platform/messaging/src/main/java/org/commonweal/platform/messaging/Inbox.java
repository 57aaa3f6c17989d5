package org.commonweal.platform.messaging;

/** Makes an effect happen once: the event's id is recorded in the same statement as the effect. */
public final class Inbox {

    /**
     * The head of an effect's statement, binds {@code alliance} and {@code event}; the effect
     * selects {@code FROM fresh} and so does nothing the second time.
     */
    public static final String FRESH =
            """
            WITH fresh AS (
                INSERT INTO inbox (alliance_id, event_id) VALUES (:alliance, :event)
                ON CONFLICT DO NOTHING RETURNING alliance_id)
            """;

    private Inbox() {}
}
