package org.commonweal.relay;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.platform.operating.Traceparents;

/**
 * The relay's part in the traces of a batch: from when an entry was read until the broker has it.
 * An entry whose trace nobody records goes through untouched.
 */
final class PublishSpans {

    private final Tracer tracer;
    private final Traceparents traces;
    private final List<Span> open = new ArrayList<>();

    PublishSpans(Tracer tracer) {
        this.tracer = tracer;
        this.traces = new Traceparents(tracer);
    }

    /** The entry with the relay's span as the parent of all that follows from it. */
    JournalEntry begin(JournalEntry entry) {
        var parent = traces.recorded(entry.traceparent());
        if (parent == null) {
            return entry;
        }
        var span =
                tracer.spanBuilder()
                        .setParent(parent)
                        .kind(Span.Kind.PRODUCER)
                        .name("publish " + entry.type())
                        .start();
        open.add(span);
        return entry.in(Traceparents.text(span.context()));
    }

    void end() {
        open.forEach(Span::end);
        open.clear();
    }

    /** What was not published now is read and begun again. */
    void abandon() {
        open.forEach(Span::abandon);
        open.clear();
    }
}
