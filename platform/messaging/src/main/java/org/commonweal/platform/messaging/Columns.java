package org.commonweal.platform.messaging;

import io.r2dbc.spi.Readable;

/** Reads columns that the schema declares NOT NULL; nullable ones are read from the row itself. */
public final class Columns {

    private Columns() {}

    public static <T> T of(Readable row, String column, Class<T> type) {
        var value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
