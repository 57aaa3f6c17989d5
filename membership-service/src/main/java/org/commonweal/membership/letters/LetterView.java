package org.commonweal.membership.letters;

import java.time.Instant;

/**
 * What the mail says, and where the invitation stands.
 *
 * @param alliance its name, as those of the inviter and of the inviter's firm
 */
record LetterView(
        String alliance,
        String name,
        String inviter,
        String firm,
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
