package org.commonweal.purpose.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A firm's vote in parts, because its people are of different minds.
 *
 * @param shares per million of the vote; each more than none, together the whole
 */
public record Split(Map<Choice, Integer> shares) {

    public Split {
        shares = Map.copyOf(shares);
        if (!isWhole(shares)) {
            throw new IllegalArgumentException("shares are the whole together");
        }
    }

    /** Empty when the shares are not the whole; a share of none is left out. */
    public static Optional<Split> of(Map<Choice, Integer> shares) {
        var there = new EnumMap<Choice, Integer>(Choice.class);
        shares.forEach((choice, share) -> {
            if (share != 0) {
                there.put(choice, share);
            }
        });
        return isWhole(there) ? Optional.of(new Split(there)) : Optional.empty();
    }

    /** As so many people said each; what cannot be divided is the largest part's. */
    public static Split ofVoices(Map<Choice, Integer> voices) {
        var people = voices.values().stream().mapToInt(Integer::intValue).sum();
        var shares = new EnumMap<Choice, Integer>(Choice.class);
        voices.forEach((choice, count) -> {
            if (count > 0) {
                shares.put(choice, (int) ((long) Shares.WHOLE * count / people));
            }
        });
        var rest = Shares.WHOLE - shares.values().stream().mapToInt(Integer::intValue).sum();
        shares.merge(largest(voices), rest, Integer::sum);
        return new Split(shares);
    }

    private static boolean isWhole(Map<Choice, Integer> shares) {
        return shares.values().stream().allMatch(share -> share > 0 && share <= Shares.WHOLE)
                && shares.values().stream().mapToLong(Integer::longValue).sum() == Shares.WHOLE;
    }

    /** Of equal ones the first in the order in which choices are offered. */
    public Choice largest() {
        return largest(shares);
    }

    private static Choice largest(Map<Choice, Integer> parts) {
        var largest = Choice.YES;
        for (var choice : Choice.values()) {
            if (parts.getOrDefault(choice, 0) > parts.getOrDefault(largest, 0)) {
                largest = choice;
            }
        }
        return largest;
    }
}
