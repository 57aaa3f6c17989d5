package org.commonweal.gateway.login;

import java.time.Instant;
import java.util.Optional;

/** A session that goes on, wherever it lies. */
public record Kept(
        String id, Begun begun, Instant since, Instant lastUsed, Optional<Tokens> tokens) {}
