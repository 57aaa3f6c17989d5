package org.commonweal.purpose.alliances;

import java.time.ZoneId;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.Inbox;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Rulebook;
import org.commonweal.purpose.loading.RulebookRows;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Alliances and the organizations in them, as membership-service says: the SQL. */
@Component
class Alliances {

    /**
     * The rulebook is own state and stays when the copy of the alliance is built anew: then nothing
     * is said again.
     */
    private static final String FOUND =
            Inbox.FRESH
                    + """
                    , founded AS (
                        INSERT INTO alliance (alliance_id, time_zone)
                        SELECT alliance_id, :zone FROM fresh
                        ON CONFLICT (alliance_id) DO NOTHING
                        RETURNING alliance_id),
                    kept AS (
                        INSERT INTO rulebook (alliance_id, version, document, since)
                        SELECT alliance_id, 1, CAST(:rulebook AS jsonb), :since FROM founded
                        ON CONFLICT (alliance_id, version) DO NOTHING
                        RETURNING alliance_id)\
                    """
                    + Journal.APPEND;

    private static final String ORGANIZATION =
            Inbox.FRESH
                    + """
                    INSERT INTO organization (alliance_id, id, role, version)
                    SELECT alliance_id, :organization, :role, :version FROM fresh
                    ON CONFLICT (alliance_id, id) DO UPDATE
                    SET role = excluded.role, version = excluded.version
                    WHERE organization.version < excluded.version\
                    """;

    private final ScopedDatabase database;
    private final RulebookRows rulebooks;
    private final Journal journal;

    Alliances(ScopedDatabase database, RulebookRows rulebooks, Journal journal) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.journal = journal;
    }

    Mono<Long> found(Event event, ZoneId zone, Rulebook rulebook, Journal.Entry changed) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(FOUND)
                                .bind("alliance", event.alliance())
                                .bind("event", event.id())
                                .bind("zone", zone.getId())
                                .bind("rulebook", rulebooks.json(rulebook))
                                .bind("since", event.at())
                                .bind("journal", journal.json(changed))
                                .fetch()
                                .rowsUpdated());
    }

    Mono<Long> organization(Event event, OrganizationV1 organization) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(ORGANIZATION)
                                .bind("alliance", event.alliance())
                                .bind("event", event.id())
                                .bind("organization", organization.organization())
                                .bind("role", organization.role())
                                .bind("version", event.version())
                                .fetch()
                                .rowsUpdated());
    }
}
