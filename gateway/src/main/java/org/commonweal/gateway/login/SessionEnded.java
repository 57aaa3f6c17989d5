package org.commonweal.gateway.login;

/** A browser's session is over; whatever is open for it ends too. */
public record SessionEnded(String session) {}
