package org.commonweal.relay;

import org.jspecify.annotations.Nullable;

/** A journal entry that no repetition can publish; the relay stops at it and says so. */
final class PoisonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PoisonException(@Nullable String journalId, String reason, @Nullable Throwable cause) {
        super("journal entry " + journalId + " cannot be published: " + reason, cause);
    }
}
