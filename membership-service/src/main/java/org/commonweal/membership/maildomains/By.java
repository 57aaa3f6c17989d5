package org.commonweal.membership.maildomains;

import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Whose act changes which domain: a person's command, or the clock.
 *
 * @param fact the id of the fact that is told
 */
record By(
        UUID domain,
        UUID organization,
        UUID fact,
        @Nullable UUID person,
        @Nullable String requestHash) {

    static By command(MailDomains.Command command, MailDomains.Situation now) {
        return new By(
                command.domain(),
                now.asker().me().organization().value(),
                command.key(),
                now.asker().me().person().value(),
                command.requestHash());
    }

    static By clock(UUID domain, UUID organization, MailDomains.Kept kept) {
        return new By(
                domain, organization, Ids.ofTransition(domain, "lost", kept.now()), null, null);
    }

    Journal.Entry entry(String type, MailDomains.Kept kept, Audience audience, Object payload) {
        return new Journal.Entry(
                fact,
                type,
                domain,
                kept.version() + 1,
                person,
                organization,
                audience,
                requestHash,
                payload);
    }
}
