package org.commonweal.purpose.asking;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.purpose.domain.Delegate;

/** What is needed of one person, who is a delegate, has an own vote, or proposed it. */
public record Need(UUID id, Subject subject, Delegate delegate) {

    /** What it is about. */
    public sealed interface Subject {

        UUID id();

        String title();

        /**
         * A vote on an open ballot.
         *
         * @param voter the firm, or the person, whose vote it is
         */
        record Vote(UUID id, String title, Instant closesAt, UUID voter) implements Subject {

            boolean isTheFirms(UUID organization) {
                return voter.equals(organization);
            }
        }

        /** A decision about a purpose whose deadline has passed: renew or close it. */
        record Deadline(UUID id, String title, Instant passedAt) implements Subject {}

        /** A look at what an adopted proposal came to; its day has begun. */
        record Review(UUID id, String title, Instant since) implements Subject {}
    }

    /** A need that is open, as far as it matters for closing it. */
    public record Open(UUID id, UUID person) {}
}
