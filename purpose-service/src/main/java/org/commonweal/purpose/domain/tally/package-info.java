/**
 * How votes are counted: pure functions from ballot papers to a result that shows the whole count.
 *
 * <p>Options are numbered from 0 in the order in which the question lists them. Weights are in
 * millionths of a vote. Everything is whole numbers; what is a share is a {@link
 * org.commonweal.purpose.domain.tally.Ratio}. The order in which papers come changes nothing, but
 * for the places of {@link org.commonweal.purpose.domain.tally.SignUps}.
 */
@NullMarked
package org.commonweal.purpose.domain.tally;

import org.jspecify.annotations.NullMarked;
