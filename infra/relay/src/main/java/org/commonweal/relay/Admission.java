package org.commonweal.relay;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether an entry can be published: yes, not on an operator's word, or never. */
final class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    /** Below the broker's own limit of 1 MiB, which counts headers and framing too. */
    private static final int PAYLOAD_MAX_BYTES = 900_000;

    private final Set<UUID> skip;

    Admission(Set<UUID> skip) {
        this.skip = skip;
    }

    /** What is to be sent for the entry; nothing when it is skipped. */
    List<ProducerRecord<String, byte[]>> records(JournalEntry entry, boolean replay) {
        if (skip.contains(entry.id())) {
            LOG.error("passed over by configuration id={} type={}", entry.id(), entry.type());
            return List.of();
        }
        if (JournalService.ofType(entry.type()).isEmpty()) {
            throw new PoisonException(entry.id(), "no service says " + entry.type());
        }
        var records = entry.records(replay);
        var size = records.getFirst().value().length;
        if (size > PAYLOAD_MAX_BYTES) {
            throw new PoisonException(entry.id(), "its payload has " + size + " bytes");
        }
        return records;
    }
}
