package org.commonweal.purpose.rulebook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.commonweal.purpose.loading.Decision;
import org.commonweal.purpose.loading.RulebookDocument;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rulebook.
 *
 * @param title of the ballot that decided it; the founder's has none, nor a reason or a decision
 */
@Schema(name = "RulebookVersion")
record RulebookVersion(
        long version,
        RulebookDocument rules,
        Instant since,
        @Nullable String title,
        @Nullable String reason,
        @Nullable Decision decision) {}
