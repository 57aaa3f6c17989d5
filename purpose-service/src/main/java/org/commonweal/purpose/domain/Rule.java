package org.commonweal.purpose.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who decides a class of matters, and how.
 *
 * @param ballotMinimum how long a ballot is open at least
 * @param votesPerFirmMax what the people of one firm weigh together at most, in votes; null for no
 *     bound
 */
public record Rule(
        Decider decider,
        Body body,
        Method method,
        Shares shares,
        Deliberation deliberation,
        Duration ballotMinimum,
        @Nullable Integer votesPerFirmMax) {}
