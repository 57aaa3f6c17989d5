package org.commonweal.purpose.wire;

import java.util.Map;
import java.util.UUID;
import org.commonweal.purpose.domain.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A vote was cast.
 *
 * @param organization the firm whose vote it is, or for which the person is in the electorate
 * @param person where persons vote, not firms
 * @param proxy by which somebody else cast it
 * @param split shares per million of a vote in parts; the choice is that of the largest
 */
public record VoteCastV1(
        UUID proposal,
        UUID organization,
        @Nullable UUID person,
        Choice choice,
        @Nullable UUID proxy,
        @Nullable Map<Choice, Integer> split) {

    public VoteCastV1 {
        split = split == null ? null : Map.copyOf(split);
    }

    public static final String TYPE = "purpose.vote-cast.v1";
}
