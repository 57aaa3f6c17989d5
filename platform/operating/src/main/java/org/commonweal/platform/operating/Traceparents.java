package org.commonweal.platform.operating;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A trace's context as text, as W3C Trace Context has it, to be kept beside a fact. */
public final class Traceparents {

    private static final Pattern FORM =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private final Tracer tracer;

    public Traceparents(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Of what is under way on this thread, or null when that has no trace. */
    public @Nullable String current() {
        var span = tracer.currentSpan();
        return span == null ? null : text(span.context());
    }

    public static @Nullable String text(TraceContext context) {
        if (context.traceId().isEmpty() || context.spanId().isEmpty()) {
            return null;
        }
        var flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }

    /** The context that a text names, or null when nobody records it: then there is no work. */
    public @Nullable TraceContext recorded(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var parts = FORM.matcher(text);
        if (!parts.matches() || (Integer.parseInt(parts.group(3), 16) & 1) == 0) {
            return null;
        }
        return tracer.traceContextBuilder()
                .traceId(parts.group(1))
                .spanId(parts.group(2))
                .sampled(true)
                .build();
    }
}
