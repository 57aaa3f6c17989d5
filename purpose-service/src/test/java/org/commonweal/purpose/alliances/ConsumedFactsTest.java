package org.commonweal.purpose.alliances;

import java.util.stream.Stream;
import org.commonweal.platform.test.ConsumedEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @TestFactory
    Stream<DynamicTest> an_alliance_has_its_founders_charter() {
        return ConsumedEvents.by(FoundingRules.class)
                .reads("membership.alliance-founded.v1", AllianceFoundedV1.class)
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> an_organization_has_its_role() {
        return ConsumedEvents.by(KnowOrganizations.class)
                .reads("membership.organization-enrolled.v1", OrganizationV1.class)
                .reads("membership.organization-changed.v1", OrganizationV1.class)
                .checks();
    }
}
