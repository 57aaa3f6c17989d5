package org.commonweal.membership.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain that a firm says is its own. A proof has a date and is looked at again; what is no
 * longer found for some days is lost, an answer that does not come decides nothing.
 */
public sealed interface MailDomain {

    int NAMED_MOST = 20;
    int MAILS_A_DAY_MOST = 5;

    Duration LOOKED_AT_EVERY = Duration.ofDays(1);
    Duration AGAIN_WITHOUT_ANSWER = Duration.ofHours(1);
    Duration LOST_AFTER = Duration.ofDays(7);
    Duration MAIL_PROVES_FOR = Duration.ofDays(365);
    Duration MAIL_AGAIN_AFTER = Duration.ofHours(1);
    Duration CODE_STANDS_FOR = Duration.ofDays(3);

    /** The label below the domain at which the challenge is looked for. */
    String LABEL = "_commonweal-challenge.";

    /** Named, and not proved yet or not any more. */
    record Claimed() implements MailDomain {

        @Override
        public Verdict looked(Finding finding, Instant now) {
            return finding == Finding.FOUND ? new Verdict.Proves() : new Verdict.Waits();
        }
    }

    /**
     * Proved until it is lost or given up.
     *
     * @param failingSince when the challenge was first not found any more
     */
    record Proved(Method method, Instant provedAt, @Nullable Instant failingSince)
            implements MailDomain {

        @Override
        public Verdict looked(Finding finding, Instant now) {
            return switch (finding) {
                case FOUND -> new Verdict.Stands(Method.DNS, null, now.plus(LOOKED_AT_EVERY));
                case NO_ANSWER ->
                        new Verdict.Stands(method, failingSince, now.plus(AGAIN_WITHOUT_ANSWER));
                case NOT_FOUND, OTHER_VALUE ->
                        method == Method.MAIL ? withoutRecord(now) : missing(now);
            };
        }

        /** Whoever proved by mail never had to set a record. */
        private Verdict withoutRecord(Instant now) {
            var until = provedAt.plus(MAIL_PROVES_FOR);
            return now.isBefore(until)
                    ? new Verdict.Stands(method, null, until)
                    : new Verdict.Loses();
        }

        private Verdict missing(Instant now) {
            var since = failingSince == null ? now : failingSince;
            return now.isBefore(since.plus(LOST_AFTER))
                    ? new Verdict.Stands(method, since, now.plus(LOOKED_AT_EVERY))
                    : new Verdict.Loses();
        }
    }

    Verdict looked(Finding finding, Instant now);

    /** By what a domain was proved. */
    enum Method {
        DNS,
        MAIL
    }

    /** What a look at the challenge's place showed. */
    enum Finding {
        FOUND,
        NOT_FOUND,
        OTHER_VALUE,
        NO_ANSWER;

        public static Finding of(List<String> values, String token) {
            if (values.contains(token)) {
                return FOUND;
            }
            return values.isEmpty() ? NOT_FOUND : OTHER_VALUE;
        }
    }

    /** What follows from a look. */
    sealed interface Verdict {
        record Proves() implements Verdict {}

        record Waits() implements Verdict {}

        record Stands(Method method, @Nullable Instant failingSince, Instant next)
                implements Verdict {}

        record Loses() implements Verdict {}
    }

    /** Whose names a domain holds. */
    enum Kind {
        OWN,
        PUBLIC_SUFFIX,
        FREE_MAIL
    }

    /** What is known when an administrator names a domain. */
    record Draft(Kind kind, boolean provedByAnother, boolean namedAlready, int named) {

        public Answer name() {
            return switch (kind) {
                case PUBLIC_SUFFIX -> new Answer.Refused(Refusal.PUBLIC_SUFFIX);
                case FREE_MAIL -> new Answer.Refused(Refusal.FREE_MAIL);
                case OWN -> nameOwn();
            };
        }

        private Answer nameOwn() {
            if (namedAlready) {
                return new Answer.Refused(Refusal.NAMED_ALREADY);
            }
            if (provedByAnother) {
                return new Answer.Refused(Refusal.PROVED_BY_ANOTHER);
            }
            return named >= NAMED_MOST
                    ? new Answer.Refused(Refusal.TOO_MANY)
                    : new Answer.Possible();
        }
    }

    /** Whether the act may go on. */
    sealed interface Answer {
        record Possible() implements Answer {}

        record Refused(Refusal reason) implements Answer {}
    }

    /** Why a domain is not named, asked about or proved. */
    enum Refusal {
        NOT_AN_ADMINISTRATOR,
        NOT_A_DOMAIN,
        PUBLIC_SUFFIX,
        FREE_MAIL,
        NAMED_ALREADY,
        PROVED_BY_ANOTHER,
        TOO_MANY,
        PROVED_ALREADY,
        MAILS_TOO_MANY,
        CODE_UNKNOWN
    }
}
