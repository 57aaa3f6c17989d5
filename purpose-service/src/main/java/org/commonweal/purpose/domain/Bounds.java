package org.commonweal.purpose.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the rulebook bounds whatever the matter.
 *
 * @param seatsPerFirmMax how many offices the people of one firm hold at most; null for no bound
 * @param proxiesPerHolderMax for how many others one votes at most
 * @param staleAfter when a dialogue that came to no ballot is over
 * @param thresholds of the life cycle
 */
public record Bounds(
        @Nullable Integer seatsPerFirmMax,
        int proxiesPerHolderMax,
        Duration staleAfter,
        Thresholds thresholds) {}
