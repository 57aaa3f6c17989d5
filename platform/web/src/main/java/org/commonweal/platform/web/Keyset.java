package org.commonweal.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of a list that is newest first ended: the key of its last row. */
public record Keyset(Instant at, UUID id) {

    /** Where a list begins: {@code (at, id) <} holds for all. */
    public static final Keyset BEGINNING =
            new Keyset(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    /** As {@link #of}; without a cursor the list begins, and {@code (at, id) <} holds for all. */
    public static Keyset after(@Nullable String cursor, Cursors cursors) {
        return cursor == null ? BEGINNING : of(cursor, cursors);
    }

    /** The cursor of the next page. */
    public String cursor(Cursors cursors) {
        return cursors.encode(at, id);
    }

    /**
     * The opposite of {@link #cursor}.
     *
     * @throws RefusedException 400 when the cursor was not made here, or for another kind of list
     */
    public static Keyset of(String cursor, Cursors cursors) {
        var values = cursors.decode(cursor, 2);
        try {
            return new Keyset(Instant.parse(values.get(0)), UUID.fromString(values.get(1)));
        } catch (DateTimeException | IllegalArgumentException ofAnotherList) {
            throw Cursors.foreign();
        }
    }
}
