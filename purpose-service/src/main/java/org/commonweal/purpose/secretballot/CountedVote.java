package org.commonweal.purpose.secretballot;

import java.math.BigDecimal;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.Weight;

/**
 * A vote that was counted, and nobody's.
 *
 * @param receipt the hash of its token, by which the voter knows it
 * @param weight in votes
 */
record CountedVote(String receipt, BigDecimal weight, Choice choice) {

    static CountedVote of(SecretVote vote) {
        return new CountedVote(vote.receipt(), Weight.votes(vote.weight()), vote.choice());
    }
}
