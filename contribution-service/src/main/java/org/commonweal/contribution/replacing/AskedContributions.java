package org.commonweal.contribution.replacing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.contribution.domain.Ask;
import org.commonweal.contribution.domain.Member;
import org.commonweal.contribution.needs.Candidates;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.contribution.reading.ContributionRows;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Contributions whose answer is asked of somebody, one at a time. */
@Component
class AskedContributions {

    /** The need that has been open longest, its contribution, and who can be asked instead. */
    private static final String LOAD =
            """
            SELECT c.id, c.title, c.acknowledge_by, c.author_id, c.organization_id, c.version,
                n.id AS need_id,
                EXISTS (SELECT FROM need other
                        JOIN standing s ON s.alliance_id = other.alliance_id
                                       AND s.person_id = other.person_id AND s.state = 'ACTIVE'
                        WHERE other.alliance_id = c.alliance_id AND other.link_id = c.id
                          AND other.service = 'contribution' AND other.closed_at IS NULL
                          AND other.person_id <> :gone) AS others,
            """
                    + Candidates.COLUMNS
                    + """
                    FROM need n
                    JOIN contribution c ON c.alliance_id = n.alliance_id AND c.id = n.link_id
                    LEFT JOIN goal g ON g.alliance_id = c.alliance_id AND g.id = c.goal_id
                    """
                    + Candidates.joinsWithoutGone("c.organization_id")
                    + """
                    WHERE n.alliance_id = :alliance AND n.person_id = :gone AND n.closed_at IS NULL
                      AND n.service = 'contribution' AND c.state = 'OPEN'
                      AND (NOT :ofFirm OR c.organization_id = :firm)
                    ORDER BY n.opened_at, n.id LIMIT 1
                    """;

    private static final String KEEP =
            """
            WITH kept AS (
                UPDATE contribution SET version = version + 1
                WHERE alliance_id = :alliance AND id = :contribution AND version = :version
                  AND state = 'OPEN'
                RETURNING alliance_id),
            gone AS (
                UPDATE need SET closed_at = app_now() FROM kept
                WHERE need.alliance_id = kept.alliance_id AND need.id = :need
                  AND need.closed_at IS NULL),
            """
                    + NeedFacts.OPEN
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;
    private final JsonMapper json;

    AskedContributions(ScopedDatabase database, Journal journal, JsonMapper json) {
        this.database = database;
        this.journal = journal;
        this.json = json;
    }

    /**
     * What a decision rests on.
     *
     * @param others true when somebody else, a member still, is asked too
     */
    record Asked(
            UUID contribution,
            String title,
            Instant acknowledgeBy,
            Member author,
            long version,
            NeedFacts.Asked need,
            boolean others,
            Candidates candidates) {}

    /**
     * Who can no longer answer: anything, or the work of one firm.
     *
     * @param firm to which the person moved
     */
    record Gone(UUID person, Optional<UUID> firm) {}

    /** The next one that is asked of {@code gone}, asked of another; empty when there is none. */
    Mono<Asked> replaceNext(Event event, Gone gone, Function<Asked, Optional<Ask>> decide) {
        return Guard.twice(
                database.inAlliance(
                        event.alliance(),
                        sql ->
                                sql.sql(LOAD)
                                        .bind("alliance", event.alliance())
                                        .bind("gone", gone.person())
                                        .bind("ofFirm", gone.firm().isPresent())
                                        .bind("firm", gone.firm().orElse(gone.person()))
                                        .map(row -> asked(row, gone.person()))
                                        .one()
                                        .flatMap(asked ->
                                                keep(sql, event, asked, decide.apply(asked)))));
    }

    private static Asked asked(Readable row, UUID gone) {
        return new Asked(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "acknowledge_by", Instant.class),
                ContributionRows.author(row),
                Columns.of(row, "version", Long.class),
                new NeedFacts.Asked(Columns.of(row, "need_id", UUID.class), gone),
                Columns.of(row, "others", Boolean.class),
                Candidates.of(row));
    }

    private Mono<Asked> keep(DatabaseClient sql, Event event, Asked asked, Optional<Ask> instead) {
        var needs = instead.map(ask -> need(event, asked, ask)).stream().toList();
        var row =
                sql.sql(KEEP)
                        .bind("alliance", event.alliance())
                        .bind("contribution", asked.contribution())
                        .bind("version", asked.version())
                        .bind("need", asked.need().id())
                        .bind("needs", json.writeValueAsString(needs))
                        .bind("journal", journal.json(entries(event, asked, needs)));
        return Guard.held(row.fetch().rowsUpdated(), asked);
    }

    private static NeedFacts.Opened need(Event event, Asked asked, Ask ask) {
        return NeedFacts.Opened.at(
                event.at(),
                ask.of().value(),
                ask.why(),
                asked.title(),
                asked.acknowledgeBy(),
                asked.contribution());
    }

    private static List<Journal.Entry> entries(
            Event event, Asked asked, List<NeedFacts.Opened> needs) {
        var entries = new ArrayList<Journal.Entry>();
        entries.add(asked.need().closed(Ids.ofTransition(asked.need().id(), "closed", event.at())));
        needs.forEach(need -> entries.add(need.entry()));
        return entries;
    }
}
