package org.commonweal.purpose.domain;

import java.util.List;

/** Whether an alliance may decide to enter a stage. */
public sealed interface StageChange {

    /** The members may decide it. */
    record Open(Stage from, Stage to) implements StageChange {}

    /** It is there already. */
    record Same(Stage stage) implements StageChange {}

    /** Forward goes one step at a time, and from the end nowhere. */
    record OutOfOrder(Stage from, Stage to) implements StageChange {}

    /** What is missing; never empty. */
    record GatesUnmet(Stage to, List<Gate.Reading> unmet) implements StageChange {
        public GatesUnmet {
            unmet = List.copyOf(unmet);
        }
    }

    /** Back goes whoever decides so, and to the end; forward only through the gates. */
    static StageChange decide(Stage from, Stage to, Progress progress, Thresholds thresholds) {
        if (from == to) {
            return new Same(to);
        }
        if (from == Stage.CLOSED) {
            return new OutOfOrder(from, to);
        }
        if (to == Stage.CLOSED || to.compareTo(from) < 0) {
            return new Open(from, to);
        }
        if (from.next().filter(next -> next == to).isEmpty()) {
            return new OutOfOrder(from, to);
        }
        var unmet = progress.before(to, thresholds).stream().filter(gate -> !gate.isMet()).toList();
        return unmet.isEmpty() ? new Open(from, to) : new GatesUnmet(to, unmet);
    }
}
