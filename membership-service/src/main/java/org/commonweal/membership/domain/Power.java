package org.commonweal.membership.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who decides who belongs, as the rulebook has it (claims B4, D20). What the members have taken
 * over by a ballot, nobody does directly any more, and the sponsor's delegates do not either.
 *
 * @param decider null as long as nothing was heard of a rulebook: a delegate acts, as at the
 *     founding
 * @param movedBy the decision that set this rule, or null while it is the founder's
 * @param title of that decision
 */
public record Power(@Nullable Decider decider, @Nullable UUID movedBy, @Nullable String title) {

    /** May a delegate act directly? */
    public Ruling act(boolean sponsors) {
        if (decider == Decider.BALLOT && movedBy != null) {
            return new Ruling.Members(movedBy, title == null ? "" : title);
        }
        return decider == Decider.SPONSOR && !sponsors ? new Ruling.Sponsor() : new Ruling.Direct();
    }

    /** By whom a matter is decided. */
    public enum Decider {
        BALLOT,
        SPONSOR,
        DELEGATE
    }

    /** Who may. */
    public sealed interface Ruling {
        record Direct() implements Ruling {}

        /** A delegate of the sponsor alone. */
        record Sponsor() implements Ruling {}

        /** The members, by a ballot, since this decision. */
        record Members(UUID decision, String title) implements Ruling {}
    }
}
