package org.commonweal.purpose.domain;

import java.math.BigDecimal;

/** What votes weigh: integers of millionths of a vote, so that nothing is rounded in a count. */
public final class Weight {

    /** Of one vote. */
    public static final int WHOLE = 1_000_000;

    private Weight() {}

    /** In votes: 3, or 2.5 where a vote was split. */
    public static BigDecimal votes(long weight) {
        var votes = BigDecimal.valueOf(weight, 6).stripTrailingZeros();
        return votes.scale() < 0 ? votes.setScale(0) : votes;
    }
}
