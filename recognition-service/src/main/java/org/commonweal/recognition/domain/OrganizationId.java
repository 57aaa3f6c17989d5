package org.commonweal.recognition.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A firm, or the sponsor. */
public record OrganizationId(UUID value) {

    /** Null where no organization is known. */
    public static @Nullable OrganizationId ofNullable(@Nullable UUID value) {
        return value == null ? null : new OrganizationId(value);
    }
}
