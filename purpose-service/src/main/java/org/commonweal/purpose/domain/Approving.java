package org.commonweal.purpose.domain;

import org.jspecify.annotations.Nullable;

/**
 * A delegate of the sponsor decides alone what the rulebook leaves to the sponsor, and nothing else
 * (claims A21, D20).
 */
public sealed interface Approving {

    record Approved(Order order, String title, String reason) implements Approving {}

    record Refused(Refusal why) implements Approving {}

    /** The members decide it, since this decision; since the founding where it is null. */
    record OfMembers(@Nullable ProposalId movedBy) implements Approving {}

    /** Why it is not approved. */
    enum Refusal {
        NOT_THE_SPONSOR,
        NOT_IN_DIALOGUE,
        /** It is no order, so nobody can carry it out. */
        NO_ORDER
    }

    /**
     * Decides by what is known at that moment.
     *
     * @param wish null when it is not talked about any more
     * @param matter of the proposal
     */
    static Approving decide(@Nullable Wish wish, Matter matter, Member by, Circumstances known) {
        var provision = known.rulebook().provision(matter);
        if (provision.rule().decider() != Decider.SPONSOR) {
            return new OfMembers(provision.by());
        }
        if (!by.delegate() || !known.sponsors().contains(by.organization())) {
            return new Refused(Refusal.NOT_THE_SPONSOR);
        }
        if (wish == null) {
            return new Refused(Refusal.NOT_IN_DIALOGUE);
        }
        return wish instanceof Wish.GiveOrder(var order, var title, var reason)
                ? new Approved(order, title, reason)
                : new Refused(Refusal.NO_ORDER);
    }
}
