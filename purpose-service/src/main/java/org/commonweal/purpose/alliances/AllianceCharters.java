package org.commonweal.purpose.alliances;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.commonweal.platform.messaging.Inbox;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps each alliance's time zone, and its founder's charter as the first version: later ones are
 * decided by ballots here.
 */
@Component
class AllianceCharters implements EventHandler {

    private static final String FOUNDED =
            Inbox.FRESH
                    + """
                    , founded AS (
                        INSERT INTO alliance (alliance_id, time_zone)
                        SELECT alliance_id, :zone FROM fresh
                        ON CONFLICT (alliance_id) DO NOTHING
                        RETURNING alliance_id)
                    INSERT INTO charter (alliance_id, version,
                        quorum_per_million, threshold_per_million,
                        ballot_minimum_seconds, since)
                    SELECT alliance_id, 1, :quorum, :threshold, :minimum,
                           :since
                    FROM founded
                    ON CONFLICT (alliance_id, version) DO NOTHING\
                    """;

    private final ScopedDatabase database;

    AllianceCharters(ScopedDatabase database) {
        this.database = database;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.alliance-founded.v1");
    }

    @Override
    public Mono<Long> handle(Event event) {
        var founded = event.as(AllianceFoundedV1.class);
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(FOUNDED)
                                .bind("alliance", event.alliance())
                                .bind("event", event.id())
                                .bind("zone", ZoneId.of(founded.timeZone()).getId())
                                .bind("quorum", founded.charter().quorumPerMillion())
                                .bind("threshold", founded.charter().thresholdPerMillion())
                                .bind("since", event.at())
                                .bind("minimum", seconds(founded.charter().ballotMinimum()))
                                .fetch()
                                .rowsUpdated());
    }

    private static long seconds(String duration) {
        return Duration.parse(duration).toSeconds();
    }
}
