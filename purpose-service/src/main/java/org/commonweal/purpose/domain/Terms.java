package org.commonweal.purpose.domain;

import java.time.Duration;

/**
 * What a charter says about deciding.
 *
 * @param ballotMinimum how long a ballot is open at least
 */
public record Terms(Rule rule, Duration ballotMinimum) {}
