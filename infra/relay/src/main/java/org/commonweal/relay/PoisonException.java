package org.commonweal.relay;

import java.util.UUID;

/** A journal entry that no repetition can publish; the relay stops at it and says so. */
final class PoisonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PoisonException(UUID journalId, String reason) {
        super("journal entry " + journalId + " cannot be published: " + reason);
    }
}
