package org.commonweal.purpose.powers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.domain.Matter;
import org.commonweal.purpose.loading.RulebookDocument.RuleDocument;
import org.jspecify.annotations.Nullable;

/**
 * Who decides what, by which rule, and who decided that.
 *
 * @param rulebookVersion in force
 * @param matters each with its rule, or the one that was asked for
 * @param sponsors what each can do because it is one
 * @param operator what whoever runs the platform can and cannot do here
 */
@Schema(name = "Powers")
record PowersResponse(
        long rulebookVersion,
        List<MatterPower> matters,
        List<SponsorPower> sponsors,
        OperatorPower operator) {

    PowersResponse {
        matters = List.copyOf(matters);
        sponsors = List.copyOf(sponsors);
    }

    /**
     * @param electors how many would have a vote now; of a sponsor's matter the sponsor's delegates
     * @param votes what their votes weigh together, in votes
     * @param mine what the reader's vote, or that of the reader's firm, weighs; null without one
     * @param iMayDecideAlone whether the reader may decide it without a ballot
     * @param movedBy the decision that made the rule so; null for the founder's charter
     */
    @Schema(name = "MatterPower")
    record MatterPower(
            Matter matter,
            RuleDocument rule,
            int electors,
            BigDecimal votes,
            @Nullable BigDecimal mine,
            boolean iMayDecideAlone,
            @Nullable MovedBy movedBy) {}

    @Schema(name = "MovedBy")
    record MovedBy(UUID proposal, String title, Instant at) {}

    /**
     * @param decidesAlone the matters that the members have left to it
     * @param votes what all its votes weigh on a ballot of firms
     */
    @Schema(name = "SponsorPower")
    record SponsorPower(UUID organization, List<Matter> decidesAlone, BigDecimal votes) {

        SponsorPower {
            decidesAlone = List.copyOf(decidesAlone);
        }
    }

    /** Both in words that clients know. */
    @Schema(name = "OperatorPower")
    record OperatorPower(List<OperatorCan> can, List<OperatorCannot> cannot) {

        static final OperatorPower EVERYWHERE =
                new OperatorPower(List.of(OperatorCan.values()), List.of(OperatorCannot.values()));

        OperatorPower {
            can = List.copyOf(can);
            cannot = List.copyOf(cannot);
        }
    }

    /** What running the platform brings with it. */
    enum OperatorCan {
        RUN_AND_UPGRADE,
        BACK_UP_AND_RESTORE,
        READ_STORED_DATA,
        END_SESSIONS
    }

    /** There is no operation for it, and no role of the database that may do it. */
    enum OperatorCannot {
        CHANGE_THE_PURPOSE,
        CHANGE_THE_RULES,
        MAKE_OR_REMOVE_MEMBERS,
        VOTE,
        CHANGE_THE_JOURNAL
    }
}
