package org.commonweal.gateway.login;

/** Sessions may have ended elsewhere without our hearing of it: whoever has one shows it again. */
public record SessionEndsMissed() {}
