package org.commonweal.membership.agreements;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Agreement;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as one member sees it.
 *
 * @param newest the version written last
 * @param inForce the newest version whose date has come; 0 before that of the first
 * @param accepted the newest version that the reader has accepted; 0 for none
 * @param acceptBy from when on the reader needs a newer acceptance to act; null when none is needed
 * @param outdated whether that moment has come
 */
record AgreementView(
        UUID id,
        String title,
        long newest,
        long inForce,
        long accepted,
        @Nullable Instant acceptedAt,
        @Nullable Instant acceptBy,
        boolean outdated) {

    /** With its versions, newest first; their words are read one by one. */
    record AgreementWithVersions(AgreementView agreement, List<AgreementLine> versions) {
        AgreementWithVersions {
            versions = List.copyOf(versions);
        }
    }

    /**
     * A version without its words.
     *
     * @param changes what is different from the version before
     * @param afterwards what whoever has not accepted it may do from requiredFrom on
     * @param acceptedAt when the reader accepted it
     */
    record AgreementLine(
            UUID id,
            long version,
            String title,
            String changes,
            Instant requiredFrom,
            Agreement.Afterwards afterwards,
            UUID writtenBy,
            Instant writtenAt,
            @Nullable Instant acceptedAt) {}

    /** A version with its words, in Markdown. */
    record AgreementVersion(UUID agreement, AgreementLine line, String text) {}
}
