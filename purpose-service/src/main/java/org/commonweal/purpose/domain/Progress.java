package org.commonweal.purpose.domain;

import java.util.Arrays;
import java.util.List;

/**
 * What there is of all that the gates ask for, as it was counted at one moment.
 *
 * @param purposes written: drafts, and the active one
 * @param activePurposes none or one
 * @param tiedMembers with a mutual tie to somebody of another firm
 * @param checkedGoals of the active purpose
 * @param reviewedRules ballots on the rules that reached their quorum
 */
public record Progress(
        long firms,
        long members,
        long tiedMembers,
        long purposes,
        long activePurposes,
        long checkedGoals,
        long reviewedRules,
        long contributions,
        long answeredContributions) {

    /** How the gates before that stage stand, in the order of the stage's table. */
    public List<Gate.Reading> before(Stage stage, Thresholds thresholds) {
        return Arrays.stream(Gate.values())
                .filter(gate -> gate.stage() == stage)
                .map(gate -> reading(gate, thresholds.of(gate)))
                .toList();
    }

    private Gate.Reading reading(Gate gate, int needed) {
        return switch (gate) {
            case DRAFT_PURPOSE -> gate.read(needed, purposes, 0);
            case FIRMS -> gate.read(needed, firms, 0);
            case ACTIVE_PURPOSE -> gate.read(needed, activePurposes, 0);
            case MUTUAL_TIES, MORE_MUTUAL_TIES -> gate.read(needed, tiedMembers, members);
            case CHECKED_GOALS -> gate.read(needed, checkedGoals, 0);
            case REVIEWED_RULES -> gate.read(needed, reviewedRules, 0);
            case ANSWERED_CONTRIBUTIONS -> gate.read(needed, answeredContributions, contributions);
        };
    }
}
