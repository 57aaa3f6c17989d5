package org.commonweal.purpose;

import java.util.stream.Stream;
import org.commonweal.platform.test.ArchitectureRules;
import org.commonweal.platform.test.CatalogRules;
import org.commonweal.platform.test.GoldenSchema;
import org.commonweal.platform.test.Named;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shape that every service has. */
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_service_has_the_shape_of_every_service() {
        return ArchitectureRules.of(
                "org.commonweal.purpose",
                Named.NOTHING.publicly(
                        "MutualTies",
                        // what load queries share
                        "Standings",
                        "Bindings",
                        "PurposeRows",
                        "RulebookRows",
                        "RulebookDocument",
                        "RulesChangeDocument",
                        "ThresholdsDocument",
                        "Holds",
                        "MotionRows",
                        "ProposalContent",
                        "OrderDocument",
                        // what is carried out is awaited by ballots and by approvals
                        "Executions",
                        "VoterRows",
                        "PeopleRows",
                        "ProxyRows",
                        "CaucusRows",
                        "Unchanged",
                        "ProposerRows",
                        "Count",
                        "QuestionDocument",
                        "QuestionResult",
                        "MarksDocument",
                        "OptionCount",
                        "ProgressRows",
                        "Decision",
                        "Decisions",
                        "ClassProblems",
                        "SpeakingProblems",
                        "CastingProblems",
                        // anonymous ballots begin and end with their ballots
                        "SecretBallots",
                        // what is asked of delegates is asked by several stories
                        "Need",
                        "NeedFacts",
                        "OpenNeeds",
                        // a ballot is read where it is opened and voted on, too
                        "Proposals",
                        "ProposalResponse",
                        "Aftermath",
                        "OwnBallots",
                        // the wire
                        "DraftedV1",
                        "ProposalOpenedV1",
                        "VoteCastV1",
                        "PaperSignedV1",
                        "ElectorLeftV1",
                        "ElectorsMergedV1",
                        "ElectorRecusedV1",
                        "ProxyChangedV1",
                        "CaucusChangedV1",
                        "ProposalClosedV1",
                        "RatifiedV1",
                        "DeadlineReachedV1",
                        "RenewedV1",
                        "ClosedV1",
                        "RulebookChangedV1",
                        "DialogueOpenedV1",
                        "ProposalExpiredV1",
                        "VoiceHeardV1",
                        "ConcernResolvedV1",
                        "ProposalAmendedV1",
                        "ProposalWithdrawnV1",
                        "ProposalApprovedV1",
                        "DecisionAdoptedV1",
                        "GoalSetV1",
                        "GoalCheckedInV1",
                        "StageChangedV1",
                        "WordingProposedV1",
                        "WordingChallengedV1",
                        "RewordedV1",
                        "ForkPreparedV1",
                        "ForkFoundedV1",
                        "OutcomeStatedV1",
                        "DecisionReviewedV1",
                        "NeedOpenedV1",
                        "NeedClosedV1"));
    }

    @TestFactory
    Stream<DynamicTest> the_schema_is_the_sum_of_the_migrations() {
        return GoldenSchema.of("purpose");
    }

    @TestFactory
    Stream<DynamicTest> alliances_are_walled_off_from_each_other() {
        return CatalogRules.of("purpose")
                // Run as the redactor, inside the alliance of the transaction.
                .allowing(
                        "erase_person",
                        "erase_words_on_change",
                        "erase_words_proposed",
                        "erase_words_on_outcomes")
                .checks();
    }
}
