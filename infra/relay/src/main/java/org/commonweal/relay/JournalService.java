package org.commonweal.relay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The services that have a journal: each names a schema, a topic and the first word of its types.
 */
enum JournalService {
    MEMBERSHIP,
    PURPOSE,
    CONTRIBUTION,
    RECOGNITION;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String topic() {
        return "commonweal." + word();
    }

    String deadLetterTopic() {
        return "commonweal.dead-letters." + word();
    }

    /** What it alone reads, to build its read models anew. */
    String replayTopic() {
        return "commonweal.replay." + word();
    }

    /** The service whose facts have this type, such as {@code purpose.ratified.v1}. */
    static Optional<JournalService> ofType(String type) {
        var dot = type.indexOf('.');
        return named(dot < 0 ? type : type.substring(0, dot));
    }

    static Optional<JournalService> named(String word) {
        return Arrays.stream(values()).filter(service -> service.word().equals(word)).findFirst();
    }
}
