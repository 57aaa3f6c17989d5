package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.wire.NeedClosedV1;

/** Of whom a vote is still awaited, and the facts that it no longer is. */
public final class OpenNeeds {

    private OpenNeeds() {}

    /** Reads the arrays {@code needs} and {@code persons}, which belong together. */
    public static List<Need> of(Readable row) {
        var needs = Columns.of(row, "needs", UUID[].class);
        var persons = Columns.of(row, "persons", UUID[].class);
        return IntStream.range(0, needs.length)
                .mapToObj(i -> new Need(needs[i], persons[i]))
                .toList();
    }

    /** Closed because of a command, whose first fact has number 0. */
    public static List<Journal.Entry> closedBy(UUID command, List<Need> needs) {
        return IntStream.range(0, needs.size())
                .mapToObj(i -> closed(Ids.derived(command, i + 1), needs.get(i)))
                .toList();
    }

    /** Closed because their time came. */
    public static List<Journal.Entry> closedAt(Instant at, List<Need> needs) {
        Function<Need, UUID> id = need -> Ids.ofTransition(need.id(), "closed", at);
        return needs.stream().map(need -> closed(id.apply(need), need)).toList();
    }

    private static Journal.Entry closed(UUID id, Need need) {
        return new Journal.Entry(
                id,
                NeedClosedV1.TYPE,
                need.id(),
                2,
                null,
                null,
                new Audience.Persons(List.of(need.person())),
                null,
                new NeedClosedV1(need.id(), need.person()));
    }

    /** One person's vote that is awaited. */
    public record Need(UUID id, UUID person) {}
}
