package org.commonweal.membership.maildomains;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.MailDomain;
import org.jspecify.annotations.Nullable;

/**
 * A mail domain of the own firm.
 *
 * @param shown as people write it; {@code name} is what DNS knows
 * @param recordName where the challenge is looked for, as a TXT record
 * @param recordValue what must stand there
 * @param finding what the last look showed
 * @param seen what stood there instead
 * @param losesAt when the proof is lost, if the challenge stays away
 */
record MailDomainView(
        UUID id,
        String name,
        String shown,
        State state,
        Instant namedAt,
        String recordName,
        String recordValue,
        MailDomain.@Nullable Method method,
        @Nullable Instant provedAt,
        MailDomain.@Nullable Finding finding,
        List<String> seen,
        @Nullable Instant lookedAt,
        @Nullable Instant losesAt,
        @Nullable String mailedTo,
        @Nullable Instant codeUntil) {

    MailDomainView {
        seen = List.copyOf(seen);
    }

    /** How far a claim has come. */
    enum State {
        CLAIMED,
        PROVED,
        LOST,
        GIVEN_UP
    }
}
