package org.commonweal.purpose.proxies;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.commonweal.purpose.domain.Body;
import org.jspecify.annotations.Nullable;

/** To whom a vote is given, and for how long. */
@Schema(name = "NewProxy")
record ProxyRequest(
        @NotNull UUID holder,
        @Schema(description = "FIRMS to give the firm's vote, PERSONS to give the own") @NotNull
                Body body,
        @Schema(description = "The one proposal it is for; absent for all") @Nullable UUID proposal,
        @Schema(
                        description =
                                "Within 92 days; absent for as long as can be, and never longer than"
                                        + " the ballot")
                @Nullable Instant until) {

    /** As exact as what is kept. */
    @Nullable Instant end() {
        return until == null ? null : until.truncatedTo(ChronoUnit.SECONDS);
    }
}
