package org.commonweal.membership.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of an imported history: unclaimed, a member of nothing. */
public record PersonImportedV1(UUID person, String externalId, List<AffiliationV1> affiliations) {

    public static final String TYPE = "membership.person-imported.v1";

    public PersonImportedV1 {
        affiliations = List.copyOf(affiliations);
    }

    /** From when on the person worked for which organization, null where none is known. */
    public record AffiliationV1(@Nullable UUID organization, Instant from) {}
}
