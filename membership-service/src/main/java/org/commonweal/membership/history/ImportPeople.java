package org.commonweal.membership.history;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.web.BulkResult;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the people and organizations of a history: unclaimed, members of nothing (claim B6). A
 * second import of the same line changes nothing.
 */
@Component
class ImportPeople {

    private static final int BATCH = 500;

    private final HistoricPeople people;
    private final JsonMapper json;

    ImportPeople(HistoricPeople people, JsonMapper json) {
        this.people = people;
        this.json = json;
    }

    /** Empty without standing. */
    Mono<Standing> standing(Caller caller) {
        return people.isFounderOfHistory(caller)
                .map(founder -> founder ? Standing.FOUNDER_OF_A_HISTORY : Standing.MEMBER);
    }

    /** The results of each batch, in the order of the lines. */
    Flux<List<BulkResult>> keep(UUID alliance, Flux<String> lines) {
        return lines.index().buffer(BATCH).concatMap(batch -> keepBatch(alliance, batch), 1);
    }

    private Mono<List<BulkResult>> keepBatch(UUID alliance, List<Tuple2<Long, String>> batch) {
        var readable = new ArrayList<NumberedLine>();
        var results = new ArrayList<BulkResult>();
        for (var entry : batch) {
            var number = entry.getT1() + 1;
            try {
                readable.add(new NumberedLine(number, json.readValue(entry.getT2(), Line.class)));
            } catch (JacksonException | IllegalArgumentException unfit) {
                results.add(BulkResult.rejected(number, Line.reason(unfit)));
            }
        }
        return people.keep(alliance, readable)
                .map(kept -> {
                    results.addAll(kept);
                    results.sort(java.util.Comparator.comparingLong(BulkResult::line));
                    return results;
                });
    }

    /** What the caller is, for this act. */
    enum Standing {
        FOUNDER_OF_A_HISTORY,
        MEMBER
    }

    record NumberedLine(long number, Line line) {}
}
