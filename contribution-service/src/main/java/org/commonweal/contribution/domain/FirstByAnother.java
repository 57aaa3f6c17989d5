package org.commonweal.contribution.domain;

import java.util.Optional;

/** Which acknowledgement of an imported contribution counts for credit: one, and only one. */
public final class FirstByAnother {

    private FirstByAnother() {}

    /**
     * True for the first acknowledgement where both sides name an organization and they differ.
     *
     * @param seen true when there was one before
     */
    public static boolean isIt(
            Optional<OrganizationId> author, Optional<OrganizationId> by, boolean seen) {
        return !seen && author.isPresent() && by.isPresent() && !author.equals(by);
    }
}
