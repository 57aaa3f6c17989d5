package org.commonweal.purpose.domain.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When most can come. The best slot is the one at which most can, if need be; then the one that
 * most say yes to; then the earlier one, which is the one that is listed first.
 *
 * @param slots in the question's order
 * @param order best first
 * @param blank weight of the papers without any answer
 */
public record Times(List<Slot> slots, List<Integer> order, long blank) implements Result {

    /** The marks. A slot without one is a no. */
    public static final int NO = 0;

    public static final int IF_NEED_BE = 1;
    public static final int YES = 2;

    public Times {
        slots = List.copyOf(slots);
        order = List.copyOf(order);
    }

    /** Weights; a no is said, or follows from silence. */
    public record Slot(long yes, long ifNeedBe, long no) {

        long can() {
            return yes + ifNeedBe;
        }
    }

    public static Times count(int options, List<Paper<Marks>> papers) {
        var histogram = Histogram.of(options, YES, papers);
        var answering = Paper.total(papers) - histogram.blank();
        var slots = new ArrayList<Slot>();
        for (var weights : histogram.byOption()) {
            slots.add(
                    new Slot(
                            weights[YES],
                            weights[IF_NEED_BE],
                            answering - weights[YES] - weights[IF_NEED_BE]));
        }
        Comparator<Integer> bestFirst =
                Comparator.<Integer>comparingLong(option -> slots.get(option).can())
                        .thenComparingLong(option -> slots.get(option).yes())
                        .reversed()
                        .thenComparingInt(option -> option);
        var order = Options.places(options, bestFirst).stream().map(List::getFirst).toList();
        return new Times(slots, order, histogram.blank());
    }

    @Override
    public List<Integer> chosen() {
        return slots.get(order.getFirst()).can() == 0 ? List.of() : List.of(order.getFirst());
    }
}
