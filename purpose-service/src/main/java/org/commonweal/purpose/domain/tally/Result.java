package org.commonweal.purpose.domain.tally;

import java.util.List;

/** What a count of options came to, with all that is needed to follow it. */
public sealed interface Result permits Runoff, BeatPaths, Scores, Dots, SignUps, Times {

    /**
     * What came first: one option; several between which the method knows no difference, which is a
     * tie that the members resolve and no lot; none where nobody marked any. In the question's
     * order.
     */
    List<Integer> chosen();
}
