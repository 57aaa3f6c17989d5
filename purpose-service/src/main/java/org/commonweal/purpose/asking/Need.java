package org.commonweal.purpose.asking;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.purpose.domain.Delegate;

/** What is needed of one delegate. */
public record Need(UUID id, Subject subject, Delegate delegate) {

    /** What it is about. */
    public sealed interface Subject {

        UUID id();

        String title();

        /** The firm's vote on an open ballot. */
        record Vote(UUID id, String title, Instant closesAt) implements Subject {}

        /** A decision about a purpose whose deadline has passed: renew or close it. */
        record Deadline(UUID id, String title, Instant passedAt) implements Subject {}
    }

    /** A need that is open, as far as it matters for closing it. */
    public record Open(UUID id, UUID person) {}
}
