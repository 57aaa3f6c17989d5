package org.commonweal.membership.letters;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.commonweal.membership.domain.ParticipantClass;

/**
 * What the mail says, and where the invitation stands.
 *
 * @param alliance its name, as those of the inviter and of the inviter's firm
 * @param memberClass as what the invitation asks
 */
record LetterView(
        String alliance,
        String name,
        String inviter,
        String firm,
        @JsonProperty("class") ParticipantClass memberClass,
        String reason,
        String ask,
        State state,
        Instant expiresAt) {

    enum State {
        SENT,
        ACCEPTED,
        DECLINED,
        EXPIRED
    }
}
