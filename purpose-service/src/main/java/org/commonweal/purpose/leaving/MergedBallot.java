package org.commonweal.purpose.leaving;

import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.domain.Merging;
import org.commonweal.purpose.wire.ElectorsMergedV1;
import org.jspecify.annotations.Nullable;

/**
 * An open ballot that knows a firm that goes on as another one.
 *
 * @param fromCounts whether the firm that goes is counted, if it is an elector
 * @param electorate how many electors it is counted against
 * @param needs of whom the vote is awaited that would be gone
 */
record MergedBallot(
        UUID id,
        String title,
        UUID from,
        UUID into,
        Merging merging,
        boolean fromCounts,
        boolean intoCounts,
        int electorate,
        List<Need.Open> needs) {

    MergedBallot {
        needs = List.copyOf(needs);
    }

    Journal.Entry fact(Event event, int counted, @Nullable Integer weight) {
        return new Journal.Entry(
                Ids.ofTransition(id, "merged/" + from, event.at()),
                ElectorsMergedV1.TYPE,
                id,
                1,
                null,
                into,
                Audience.EVERYONE,
                null,
                new ElectorsMergedV1(id, from, into, title, counted, weight));
    }
}
