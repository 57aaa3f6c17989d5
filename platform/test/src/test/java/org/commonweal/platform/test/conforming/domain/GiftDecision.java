package org.commonweal.platform.test.conforming.domain;

import java.time.Instant;
import java.util.UUID;

/** A plain decision at a time that is passed in. */
public record GiftDecision(UUID gift, Instant at) {}
