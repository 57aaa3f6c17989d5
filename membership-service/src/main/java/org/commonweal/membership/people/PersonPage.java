package org.commonweal.membership.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's own page.
 *
 * @param nameAtLogin as the provider of the login says it, beside the name that the person chose
 */
record PersonPage(
        PersonView person,
        @Nullable String nameAtLogin,
        @Nullable String ownInterest,
        List<AffiliationView> affiliations) {

    PersonPage {
        affiliations = List.copyOf(affiliations);
    }

    record AffiliationView(@Nullable UUID organization, Instant from, @Nullable Instant until) {}
}
