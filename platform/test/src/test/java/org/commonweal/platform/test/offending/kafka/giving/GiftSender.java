package org.commonweal.platform.test.offending.kafka.giving;

import org.apache.kafka.clients.producer.Producer;

/** Sends past the journal. */
record GiftSender(Producer<String, byte[]> producer) {}
