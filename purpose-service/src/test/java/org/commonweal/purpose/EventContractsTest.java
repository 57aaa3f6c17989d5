package org.commonweal.purpose;

import java.util.stream.Stream;
import org.commonweal.platform.test.ContractFiles;
import org.commonweal.purpose.wire.CaucusChangedV1;
import org.commonweal.purpose.wire.ClosedV1;
import org.commonweal.purpose.wire.ConcernResolvedV1;
import org.commonweal.purpose.wire.DeadlineReachedV1;
import org.commonweal.purpose.wire.DecisionAdoptedV1;
import org.commonweal.purpose.wire.DecisionReviewedV1;
import org.commonweal.purpose.wire.DialogueOpenedV1;
import org.commonweal.purpose.wire.DraftedV1;
import org.commonweal.purpose.wire.ElectorLeftV1;
import org.commonweal.purpose.wire.ElectorRecusedV1;
import org.commonweal.purpose.wire.ElectorsMergedV1;
import org.commonweal.purpose.wire.ForkFoundedV1;
import org.commonweal.purpose.wire.ForkPreparedV1;
import org.commonweal.purpose.wire.GoalCheckedInV1;
import org.commonweal.purpose.wire.GoalSetV1;
import org.commonweal.purpose.wire.NeedClosedV1;
import org.commonweal.purpose.wire.NeedOpenedV1;
import org.commonweal.purpose.wire.OutcomeStatedV1;
import org.commonweal.purpose.wire.PaperSignedV1;
import org.commonweal.purpose.wire.ProposalAmendedV1;
import org.commonweal.purpose.wire.ProposalApprovedV1;
import org.commonweal.purpose.wire.ProposalClosedV1;
import org.commonweal.purpose.wire.ProposalExpiredV1;
import org.commonweal.purpose.wire.ProposalOpenedV1;
import org.commonweal.purpose.wire.ProposalWithdrawnV1;
import org.commonweal.purpose.wire.ProxyChangedV1;
import org.commonweal.purpose.wire.RatifiedV1;
import org.commonweal.purpose.wire.RenewedV1;
import org.commonweal.purpose.wire.RewordedV1;
import org.commonweal.purpose.wire.RulebookChangedV1;
import org.commonweal.purpose.wire.StageChangedV1;
import org.commonweal.purpose.wire.VoiceHeardV1;
import org.commonweal.purpose.wire.VoteCastV1;
import org.commonweal.purpose.wire.WordingChallengedV1;
import org.commonweal.purpose.wire.WordingProposedV1;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What this service says is what contracts/events has. */
class EventContractsTest {

    @TestFactory
    Stream<DynamicTest> records_equal_their_contracts() {
        return ContractFiles.of("purpose")
                .publishes("drafted.v1", DraftedV1.class)
                .publishes("proposal-opened.v1", ProposalOpenedV1.class)
                .publishes("vote-cast.v1", VoteCastV1.class)
                .publishes("paper-signed.v1", PaperSignedV1.class)
                .publishes("elector-left.v1", ElectorLeftV1.class)
                .publishes("electors-merged.v1", ElectorsMergedV1.class)
                .publishes("elector-recused.v1", ElectorRecusedV1.class)
                .publishes("proxy-changed.v1", ProxyChangedV1.class)
                .publishes("caucus-changed.v1", CaucusChangedV1.class)
                .publishes("proposal-closed.v1", ProposalClosedV1.class)
                .publishes("ratified.v1", RatifiedV1.class)
                .publishes("deadline-reached.v1", DeadlineReachedV1.class)
                .publishes("renewed.v1", RenewedV1.class)
                .publishes("closed.v1", ClosedV1.class)
                .publishes("rulebook-changed.v1", RulebookChangedV1.class)
                .publishes("dialogue-opened.v1", DialogueOpenedV1.class)
                .publishes("proposal-expired.v1", ProposalExpiredV1.class)
                .publishes("voice-heard.v1", VoiceHeardV1.class)
                .publishes("concern-resolved.v1", ConcernResolvedV1.class)
                .publishes("proposal-amended.v1", ProposalAmendedV1.class)
                .publishes("proposal-withdrawn.v1", ProposalWithdrawnV1.class)
                .publishes("proposal-approved.v1", ProposalApprovedV1.class)
                .publishes("decision-adopted.v1", DecisionAdoptedV1.class)
                .publishes("goal-set.v1", GoalSetV1.class)
                .publishes("goal-checked-in.v1", GoalCheckedInV1.class)
                .publishes("stage-changed.v1", StageChangedV1.class)
                .publishes("wording-proposed.v1", WordingProposedV1.class)
                .publishes("wording-challenged.v1", WordingChallengedV1.class)
                .publishes("reworded.v1", RewordedV1.class)
                .publishes("fork-prepared.v1", ForkPreparedV1.class)
                .publishes("fork-founded.v1", ForkFoundedV1.class)
                .publishes("outcome-stated.v1", OutcomeStatedV1.class)
                .publishes("decision-reviewed.v1", DecisionReviewedV1.class)
                .publishes("need-opened.v1", NeedOpenedV1.class)
                .publishes("need-closed.v1", NeedClosedV1.class)
                .checks();
    }
}
