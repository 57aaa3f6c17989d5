package org.commonweal.membership;

import java.util.stream.Stream;
import org.commonweal.membership.wire.AllianceFoundedV1;
import org.commonweal.membership.wire.ApplicationDecidedV1;
import org.commonweal.membership.wire.ApplicationSentV1;
import org.commonweal.membership.wire.ApplicationWithdrawnV1;
import org.commonweal.membership.wire.EligibilityChangedV1;
import org.commonweal.membership.wire.FrontDoorSetV1;
import org.commonweal.membership.wire.InvitationDeclinedV1;
import org.commonweal.membership.wire.InvitationSentV1;
import org.commonweal.membership.wire.LoginProviderChangedV1;
import org.commonweal.membership.wire.MemberJoinedV1;
import org.commonweal.membership.wire.MemberLeftV1;
import org.commonweal.membership.wire.OrganizationChangedV1;
import org.commonweal.membership.wire.OrganizationEnrolledV1;
import org.commonweal.membership.wire.OrganizationImportedV1;
import org.commonweal.membership.wire.PersonImportedV1;
import org.commonweal.membership.wire.PulseV1;
import org.commonweal.membership.wire.RolesChangedV1;
import org.commonweal.membership.wire.ScimTokenMadeV1;
import org.commonweal.membership.wire.SeatsSetV1;
import org.commonweal.membership.wire.StandingChangedV1;
import org.commonweal.platform.test.ArchitectureRules;
import org.commonweal.platform.test.CatalogRules;
import org.commonweal.platform.test.ContractFiles;
import org.commonweal.platform.test.GoldenSchema;
import org.commonweal.platform.test.Named;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_code_keeps_the_one_shape() {
        return ArchitectureRules.of(
                "org.commonweal.membership",
                Named.NOTHING
                        .publicly("MembershipProperties", "Registry", "TokenLogin")
                        .publicly("AllianceFoundedV1", "InvitationDeclinedV1", "InvitationSentV1")
                        .publicly("MemberJoinedV1", "MemberLeftV1", "OrganizationEnrolledV1")
                        .publicly("OrganizationImportedV1", "PersonImportedV1", "PulseV1")
                        .publicly("StandingChangedV1", "ApplicationDecidedV1")
                        .publicly("ApplicationSentV1", "ApplicationWithdrawnV1", "FrontDoorSetV1")
                        .publicly("StandingChangedV1", "RolesChangedV1", "OrganizationChangedV1")
                        .publicly("SeatsSetV1", "Successions")
                        .publicly("StandingChangedV1", "EligibilityChangedV1", "ScimTokenMadeV1")
                        .publicly("LoginProviderChangedV1")
                        .waitingIn("Pulse"));
    }

    @TestFactory
    Stream<DynamicTest> every_tenant_table_stands_behind_the_second_wall() {
        return CatalogRules.of("membership")
                // The registry belongs to no alliance.
                .allowing("person", "person_pkey", "slug", "slug_pkey")
                .allowing("login", "login_pkey", "login_by_person", "login_person_id_fkey")
                // A person reads the own rows across alliances, for /api/me.
                .allowing("alliance: mine", "organization: mine")
                .allowing("invitation: invited", "membership: own", "application: own")
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> every_fact_equals_its_contract() {
        return ContractFiles.of("membership")
                .publishes("alliance-founded.v1", AllianceFoundedV1.class)
                .publishes("organization-enrolled.v1", OrganizationEnrolledV1.class)
                .publishes("organization-imported.v1", OrganizationImportedV1.class)
                .publishes("person-imported.v1", PersonImportedV1.class)
                .publishes("invitation-sent.v1", InvitationSentV1.class)
                .publishes("invitation-declined.v1", InvitationDeclinedV1.class)
                .publishes("member-joined.v1", MemberJoinedV1.class)
                .publishes("member-left.v1", MemberLeftV1.class)
                .publishes("front-door-set.v1", FrontDoorSetV1.class)
                .publishes("application-sent.v1", ApplicationSentV1.class)
                .publishes("application-decided.v1", ApplicationDecidedV1.class)
                .publishes("application-withdrawn.v1", ApplicationWithdrawnV1.class)
                .publishes("roles-changed.v1", RolesChangedV1.class)
                .publishes("organization-changed.v1", OrganizationChangedV1.class)
                .publishes("seats-set.v1", SeatsSetV1.class)
                .publishes("eligibility-changed.v1", EligibilityChangedV1.class)
                .publishes("scim-token-made.v1", ScimTokenMadeV1.class)
                .publishes("login-provider-changed.v1", LoginProviderChangedV1.class)
                .publishes("pulse.v1", PulseV1.class)
                .publishes("standing-changed.v1", StandingChangedV1.class)
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> the_migrations_add_up_to_the_golden_schema() {
        return GoldenSchema.of("membership");
    }
}
