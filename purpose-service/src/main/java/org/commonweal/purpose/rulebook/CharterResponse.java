package org.commonweal.purpose.rulebook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.commonweal.purpose.loading.CharterTerms;
import org.commonweal.purpose.loading.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A version of the charter.
 *
 * @param title of the ballot that decided it; the founder's has none, nor a reason or a decision
 */
@Schema(name = "Charter")
record CharterResponse(
        long version,
        CharterTerms terms,
        Instant since,
        @Nullable String title,
        @Nullable String reason,
        @Nullable Decision decision) {}
