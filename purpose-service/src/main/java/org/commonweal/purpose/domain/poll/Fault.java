package org.commonweal.purpose.domain.poll;

/**
 * What is wrong in what somebody sent.
 *
 * @param pointer where, as a JSON pointer
 * @param message what would be right
 */
public record Fault(String pointer, String message) {}
