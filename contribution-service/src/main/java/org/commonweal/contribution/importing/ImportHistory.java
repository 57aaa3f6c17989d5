package org.commonweal.contribution.importing;

import java.util.List;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports the history of an alliance that was founded with one, by its founder. Batches follow each
 * other: while one is kept the next one is read, on a thread of its own, and no further one before
 * the results of the first are taken. A history of any size needs the memory of three batches.
 */
@Component
class ImportHistory {

    private static final int BATCH_LINES = 1_000;

    private final Histories histories;
    private final JsonMapper json;

    ImportHistory(Histories histories, JsonMapper json) {
        this.histories = histories;
        this.json = json;
    }

    /** May the caller import a history here? */
    enum Permission {
        ALLOWED,
        NOT_ALLOWED,
        NO_STANDING
    }

    /** The caller's standing ended, so nothing more of this history is kept. */
    static final class StandingEndedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    Mono<Permission> permission(Caller caller) {
        return histories
                .importer(caller)
                .map(importer -> importer.allowed() ? Permission.ALLOWED : Permission.NOT_ALLOWED)
                .defaultIfEmpty(Permission.NO_STANDING);
    }

    /** The results of the lines, batch by batch. */
    Flux<List<HistoryResultV1>> handle(Caller caller, Flux<NdjsonLines.Line> lines) {
        return lines.map(line -> ParsedLine.of(line, caller.alliance(), json))
                .buffer(BATCH_LINES)
                .publishOn(Schedulers.parallel(), 1)
                .concatMap(batch -> keep(caller, batch), 1);
    }

    private Mono<List<HistoryResultV1>> keep(Caller caller, List<ParsedLine> lines) {
        return histories
                .keep(caller, lines, batch -> batch.decide(lines))
                .map(HistoryBatch::results)
                .switchIfEmpty(Mono.error(StandingEndedException::new));
    }
}
