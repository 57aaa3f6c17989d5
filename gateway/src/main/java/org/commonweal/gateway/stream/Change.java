package org.commonweal.gateway.stream;

/** A fact that may be told, and to whom. */
record Change(Pointer pointer, Audience audience) {}
