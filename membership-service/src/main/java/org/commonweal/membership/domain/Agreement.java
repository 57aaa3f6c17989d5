package org.commonweal.membership.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What members accept in person, in versions (claim A10). A version is never changed: the next one
 * follows it, and from a stated date on asks everyone again.
 *
 * @param newest the version written last; 0 before the first
 * @param inForce the newest one whose date has come; 0 before that of the first
 */
public record Agreement(long newest, long inForce) {

    public static final int TITLE_MOST = 120;
    public static final int TEXT_MOST = 20_000;
    public static final int CHANGES_MOST = 2_000;
    public static final int CHANGES_LEAST = 10;

    /** Agreements of an alliance, and versions of an agreement. */
    public static final int AGREEMENTS_MOST = 20;

    public static final int VERSIONS_MOST = 100;

    /** By a delegate, for a version that is read by all before it can bind any. */
    public Answer written(Member by, Draft draft) {
        if (!by.delegate()) {
            return new Answer.Refused(Refusal.NOT_A_DELEGATE);
        }
        if (draft.follows() != newest) {
            return new Answer.Refused(Refusal.CHANGED_MEANWHILE);
        }
        if (newest >= VERSIONS_MOST || (newest == 0 && draft.others() >= AGREEMENTS_MOST)) {
            return new Answer.Refused(Refusal.TOO_MANY);
        }
        if (newest > 0 && draft.changes().strip().length() < CHANGES_LEAST) {
            return new Answer.Refused(Refusal.CHANGES_MISSING);
        }
        return draft.requiredFrom() != null && draft.requiredFrom().isBefore(draft.now())
                ? new Answer.Refused(Refusal.DATE_PAST)
                : new Answer.Possible();
    }

    /** The version in force, or one that is announced; an older one binds nobody any more. */
    public Answer accepted(long version) {
        if (version < 1 || version > newest) {
            return new Answer.Refused(Refusal.VERSION_UNKNOWN);
        }
        return version < inForce ? new Answer.Refused(Refusal.SUPERSEDED) : new Answer.Possible();
    }

    /** What whoever has not accepted a version may do once it is required. */
    public enum Afterwards {
        /** It says the same in better words: an older acceptance stands. */
        EVERYTHING,
        /** Reading, accepting it, and leaving. */
        READING
    }

    /**
     * A version that somebody wants to write.
     *
     * @param follows the newest version as it was read
     * @param changes what is different from that
     * @param requiredFrom null for at once
     * @param others how many other agreements the alliance has
     */
    public record Draft(
            long follows,
            String changes,
            @Nullable Instant requiredFrom,
            Instant now,
            long others) {}

    /** A version that somebody who wants to join has not accepted. */
    public record Unaccepted(UUID agreement, long version, String title) {}

    /** Whether the act may go on. */
    public sealed interface Answer {
        record Possible() implements Answer {}

        record Refused(Refusal reason) implements Answer {}
    }

    /** Why a version is not written or not accepted. */
    public enum Refusal {
        NOT_A_DELEGATE,
        CHANGED_MEANWHILE,
        TOO_MANY,
        CHANGES_MISSING,
        DATE_PAST,
        VERSION_UNKNOWN,
        SUPERSEDED
    }
}
