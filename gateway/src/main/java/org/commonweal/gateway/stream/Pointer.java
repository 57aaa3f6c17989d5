package org.commonweal.gateway.stream;

import java.time.Instant;
import java.util.UUID;

/** What a client hears: what changed and where to read it; never the content. */
record Pointer(UUID alliance, String type, UUID subject, Instant at, Link link) {

    record Link(String kind, UUID id) {}
}
