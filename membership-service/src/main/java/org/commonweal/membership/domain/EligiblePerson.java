package org.commonweal.membership.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a firm's directory names. That makes nobody a member (claim B3): it only says who
 * of the firm may be, and who may not any more.
 *
 * @param userName what the directory calls the person, usually an address
 * @param active false when the firm has let the person go
 */
public record EligiblePerson(
        String userName,
        @Nullable String externalId,
        @Nullable String displayName,
        @Nullable String email,
        boolean active) {

    private static final int NAME_MOST = 320;
    private static final int DISPLAY_NAME_MOST = 200;

    public EligiblePerson {
        userName = userName.strip();
        if (userName.isEmpty() || isTooLong(userName, NAME_MOST)) {
            throw new IllegalArgumentException("userName has 1 to 320 characters");
        }
        if (isTooLong(externalId, NAME_MOST) || isTooLong(email, NAME_MOST)) {
            throw new IllegalArgumentException("externalId and emails have at most 320 characters");
        }
        if (isTooLong(displayName, DISPLAY_NAME_MOST)) {
            throw new IllegalArgumentException("displayName has at most 200 characters");
        }
        email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isTooLong(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    public EligiblePerson withUserName(String changed) {
        return new EligiblePerson(changed, externalId, displayName, email, active);
    }

    public EligiblePerson withExternalId(@Nullable String changed) {
        return new EligiblePerson(userName, changed, displayName, email, active);
    }

    public EligiblePerson withDisplayName(@Nullable String changed) {
        return new EligiblePerson(userName, externalId, changed, email, active);
    }

    public EligiblePerson withEmail(@Nullable String changed) {
        return new EligiblePerson(userName, externalId, displayName, changed, active);
    }

    public EligiblePerson withActive(boolean changed) {
        return new EligiblePerson(userName, externalId, displayName, email, changed);
    }
}
