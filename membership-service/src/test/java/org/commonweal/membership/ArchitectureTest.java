package org.commonweal.membership;

import java.util.stream.Stream;
import org.commonweal.membership.wire.AgreementAcceptedV1;
import org.commonweal.membership.wire.AgreementWrittenV1;
import org.commonweal.membership.wire.AllianceFoundedV1;
import org.commonweal.membership.wire.AlumnusChangedV1;
import org.commonweal.membership.wire.ApplicationDecidedV1;
import org.commonweal.membership.wire.ApplicationSentV1;
import org.commonweal.membership.wire.ApplicationWithdrawnV1;
import org.commonweal.membership.wire.DecisionExecutedV1;
import org.commonweal.membership.wire.DeputyChangedV1;
import org.commonweal.membership.wire.EligibilityChangedV1;
import org.commonweal.membership.wire.FrontDoorSetV1;
import org.commonweal.membership.wire.HandoverChangedV1;
import org.commonweal.membership.wire.InvitationDeclinedV1;
import org.commonweal.membership.wire.InvitationSentV1;
import org.commonweal.membership.wire.LeavingAnnouncedV1;
import org.commonweal.membership.wire.LeavingWithdrawnV1;
import org.commonweal.membership.wire.LoginProviderChangedV1;
import org.commonweal.membership.wire.MailDomainEndedV1;
import org.commonweal.membership.wire.MailDomainMailAskedV1;
import org.commonweal.membership.wire.MailDomainNamedV1;
import org.commonweal.membership.wire.MailDomainProvedV1;
import org.commonweal.membership.wire.MemberJoinedV1;
import org.commonweal.membership.wire.MemberLeftV1;
import org.commonweal.membership.wire.MemberMovedV1;
import org.commonweal.membership.wire.MemberSecondedV1;
import org.commonweal.membership.wire.MergerChangedV1;
import org.commonweal.membership.wire.MoveChangedV1;
import org.commonweal.membership.wire.NeedClosedV1;
import org.commonweal.membership.wire.NeedOpenedV1;
import org.commonweal.membership.wire.OfficeChangedV1;
import org.commonweal.membership.wire.OrganizationChangedV1;
import org.commonweal.membership.wire.OrganizationEnrolledV1;
import org.commonweal.membership.wire.OrganizationImportedV1;
import org.commonweal.membership.wire.OrganizationLeftV1;
import org.commonweal.membership.wire.PersonErasedV1;
import org.commonweal.membership.wire.PersonImportedV1;
import org.commonweal.membership.wire.PulseV1;
import org.commonweal.membership.wire.RolesChangedV1;
import org.commonweal.membership.wire.ScimTokenMadeV1;
import org.commonweal.membership.wire.SeatsSetV1;
import org.commonweal.membership.wire.SecondmentEndedV1;
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
                        .publicly(
                                "SeatsSetV1", "Seats", "Successions", "LetterKeys", "Post", "Mail")
                        .publicly("MoveChangedV1", "MemberMovedV1", "DeputyChangedV1")
                        .publicly("Departures", "PersonErasedV1", "Tombstones", "MyProblems")
                        .publicly("OrganizationLeftV1", "LeavingAnnouncedV1", "LeavingWithdrawnV1")
                        .publicly("AlumnusChangedV1", "PreparedForks", "Claim")
                        .publicly("StandingChangedV1", "EligibilityChangedV1", "ScimTokenMadeV1")
                        .publicly("MailDomainNamedV1", "MailDomainMailAskedV1")
                        .publicly("MailDomainProvedV1", "MailDomainEndedV1", "WayInColumns")
                        .publicly("AgreementAcceptedV1", "AgreementWrittenV1", "Terms")
                        .publicly("LoginProviderChangedV1")
                        .publicly("Secondments", "MemberSecondedV1", "SecondmentEndedV1")
                        .publicly("HandoverChangedV1", "NeedOpenedV1", "NeedClosedV1")
                        .publicly("DecisionExecutedV1", "OfficeChangedV1", "OfficeSeats")
                        .publicly("GivenOffices", "DecidedDepartures", "Farewells")
                        .publicly("Rulebooks", "PowerProblems", "MergerChangedV1", "FirmEnds")
                        .waitingIn("Pulse"));
    }

    @TestFactory
    Stream<DynamicTest> every_tenant_table_stands_behind_the_second_wall() {
        return CatalogRules.of("membership")
                // The registry belongs to no alliance.
                .allowing("person", "person_pkey", "person_by_email", "slug", "slug_pkey")
                .allowing("login", "login_pkey", "login_by_person", "login_person_id_fkey")
                // Belong to no alliance, as the registry; the redactor erases in all of them at
                // once.
                .allowing("profile", "profile_pkey", "profile_person_id_fkey")
                .allowing("tombstone", "tombstone_pkey", "erase_person")
                // Each fork is founded once, whichever alliance it becomes.
                .allowing("founded_fork", "founded_fork_pkey")
                // A person reads the own rows across alliances, for /api/me.
                .allowing("alliance: mine", "organization: mine")
                .allowing("invitation: invited", "membership: own", "application: own")
                .allowing("mail_domain: mine")
                .allowing("standing: own")
                .allowing("affiliation: own", "invitation: sent", "eligible_person: own")
                .allowing("alumnus: own", "secondment: own")
                .allowing(
                        "alumnus: own",
                        "agreement_acceptance: own",
                        "move: own",
                        "deputy: own",
                        "handover: own",
                        "office: own")
                .allowing("agreement_version: accepted", "invitation: answered")
                .allowing("mailed_ask: own")
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
                .publishes("agreement-written.v1", AgreementWrittenV1.class)
                .publishes("agreement-accepted.v1", AgreementAcceptedV1.class)
                .publishes("roles-changed.v1", RolesChangedV1.class)
                .publishes("organization-changed.v1", OrganizationChangedV1.class)
                .publishes("seats-set.v1", SeatsSetV1.class)
                .publishes("organization-left.v1", OrganizationLeftV1.class)
                .publishes("leaving-announced.v1", LeavingAnnouncedV1.class)
                .publishes("leaving-withdrawn.v1", LeavingWithdrawnV1.class)
                .publishes("alumnus-changed.v1", AlumnusChangedV1.class)
                .publishes("eligibility-changed.v1", EligibilityChangedV1.class)
                .publishes("scim-token-made.v1", ScimTokenMadeV1.class)
                .publishes("mail-domain-named.v1", MailDomainNamedV1.class)
                .publishes("mail-domain-mail-asked.v1", MailDomainMailAskedV1.class)
                .publishes("mail-domain-proved.v1", MailDomainProvedV1.class)
                .publishes("mail-domain-ended.v1", MailDomainEndedV1.class)
                .publishes("move-changed.v1", MoveChangedV1.class)
                .publishes("member-moved.v1", MemberMovedV1.class)
                .publishes("merger-changed.v1", MergerChangedV1.class)
                .publishes("member-seconded.v1", MemberSecondedV1.class)
                .publishes("secondment-ended.v1", SecondmentEndedV1.class)
                .publishes("deputy-changed.v1", DeputyChangedV1.class)
                .publishes("handover-changed.v1", HandoverChangedV1.class)
                .publishes("decision-executed.v1", DecisionExecutedV1.class)
                .publishes("office-changed.v1", OfficeChangedV1.class)
                .publishes("need-opened.v1", NeedOpenedV1.class)
                .publishes("need-closed.v1", NeedClosedV1.class)
                .publishes("person-erased.v1", PersonErasedV1.class)
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
