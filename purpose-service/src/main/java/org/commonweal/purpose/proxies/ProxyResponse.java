package org.commonweal.purpose.proxies;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.purpose.domain.ProxyAnswer.State;
import org.jspecify.annotations.Nullable;

/**
 * A vote that is given to another member.
 *
 * @param person null where it is the firm's vote
 * @param by who gave it
 * @param proposal null for all that is voted on until then
 * @param title of that proposal
 * @param mine whether it is given to the reader, who answers
 */
@Schema(name = "Proxy")
record ProxyResponse(
        UUID id,
        UUID organization,
        @Nullable UUID person,
        UUID by,
        UUID holder,
        @Nullable UUID proposal,
        @Nullable String title,
        Instant givenAt,
        Instant until,
        State state,
        boolean mine) {}
