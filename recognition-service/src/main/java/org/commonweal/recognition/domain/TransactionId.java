package org.commonweal.recognition.domain;

import java.util.UUID;

/** One balanced posting of the ledger. */
public record TransactionId(UUID value) {}
