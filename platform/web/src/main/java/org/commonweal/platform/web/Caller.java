package org.commonweal.platform.web;

import java.util.UUID;

/**
 * Who asks, for which alliance: a proven login, not yet a standing. Every load query starts at the
 * caller's standing; without one its result is empty and the answer {@link Problem#notFound()}.
 *
 * @param alliance from the path
 * @param issuer of the access token
 * @param subject of the access token
 */
public record Caller(UUID alliance, String issuer, String subject) {}
