package org.commonweal.purpose.recusing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whether the firm, or the person, leaves the ballot to the others.
 *
 * @param reason why, for everybody to read
 */
@Schema(name = "Recusal")
record RecusalRequest(@NotNull Boolean recused, @Nullable @Size(max = 2_000) String reason) {

    /** Null to take the recusal back. */
    @Nullable String words() {
        return reason == null || !recused ? null : reason.strip();
    }

    boolean lacksReason() {
        return recused && (reason == null || reason.isBlank());
    }
}
