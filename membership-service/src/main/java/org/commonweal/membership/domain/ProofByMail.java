package org.commonweal.membership.domain;

import java.time.Instant;
import java.util.Optional;
import org.commonweal.membership.domain.MailDomain.Answer;
import org.commonweal.membership.domain.MailDomain.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a domain is to be proved by mail.
 *
 * @param mails how many domains of the firm were written to in the last day
 * @param askedAt when this one was last written to
 * @param codeHash of the code that was sent; null when none is open
 */
public record ProofByMail(
        boolean proved,
        boolean provedByAnother,
        long mails,
        @Nullable Instant askedAt,
        @Nullable String codeHash) {

    /** Mails go to people who did not ask for them: few of them. */
    public Answer ask(Instant now) {
        var lately = askedAt != null && now.isBefore(askedAt.plus(MailDomain.MAIL_AGAIN_AFTER));
        return refused()
                .orElseGet(() ->
                        lately || mails >= MailDomain.MAILS_A_DAY_MOST
                                ? new Answer.Refused(Refusal.MAILS_TOO_MANY)
                                : new Answer.Possible());
    }

    public Answer confirm(String hash, Instant now) {
        var counts =
                hash.equals(codeHash)
                        && askedAt != null
                        && now.isBefore(askedAt.plus(MailDomain.CODE_STANDS_FOR));
        return refused()
                .orElseGet(() ->
                        counts ? new Answer.Possible() : new Answer.Refused(Refusal.CODE_UNKNOWN));
    }

    private Optional<Answer> refused() {
        if (proved) {
            return Optional.of(new Answer.Refused(Refusal.PROVED_ALREADY));
        }
        return provedByAnother
                ? Optional.of(new Answer.Refused(Refusal.PROVED_BY_ANOTHER))
                : Optional.empty();
    }
}
