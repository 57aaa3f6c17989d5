package org.commonweal.purpose.loading;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Binds what can be absent. */
public final class Bindings {

    private Bindings() {}

    public static <T> GenericExecuteSpec orNull(
            GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }
}
