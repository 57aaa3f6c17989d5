package org.commonweal.platform.operating;

import io.micrometer.core.instrument.Metrics;

/**
 * Counts what was answered with a refusal, by the last word of its type {@code
 * urn:commonweal:refusal:*}: a word of the code and never of a request.
 */
public final class Refusals {

    private Refusals() {}

    public static void count(String type) {
        Metrics.counter("commonweal.refusals", "type", type).increment();
    }
}
