package org.commonweal.purpose.forking;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.forking.LineageController.Origin;
import org.commonweal.purpose.wire.DraftedV1;
import org.commonweal.purpose.wire.ForkFoundedV1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The SQL of lineage. The two alliances are walled off from each other, so there is a transaction
 * in each, and a repetition after a failure between them does what is missing: an alliance comes
 * from one fork and gets its draft with that, and a fork is founded once.
 */
@Component
class Lineages {

    private static final String PREPARED =
            """
            SELECT jsonb_build_object('title', f.title, 'statement', f.statement, 'output', f.output,
                'measure', f.measure, 'deadline', f.deadline, 'goal', f.goal)::text AS words,
                f.title, (
                SELECT o.organization_id FROM standing o WHERE o.alliance_id = f.alliance_id
                  AND o.person_id = f.prepared_by AND o.state = 'ACTIVE'
                ORDER BY o.class = 'MEMBER' DESC, o.organization_id LIMIT 1) AS firm
            FROM fork f
            WHERE f.alliance_id = :alliance AND f.id = :fork\
            """;

    private static final String BEGIN =
            """
            WITH known AS (
                INSERT INTO lineage (alliance_id, parent, purpose_id, fork_id, since)
                VALUES (:alliance, :parent, :purpose, :fork, :since)
                ON CONFLICT DO NOTHING
                RETURNING alliance_id),
            kept AS (
                INSERT INTO purpose (alliance_id, id, version, state, title, statement, output,
                    measure, deadline, goal, drafted_by, drafted_at)
                SELECT k.alliance_id, :draft, 1, 'DRAFT', w.title, w.statement, w.output, w.measure,
                    w.deadline, w.goal, :founder, :since
                FROM known k, jsonb_to_record(CAST(:words AS jsonb)) AS w(title text,
                    statement text, output text, measure text, deadline date, goal text)
                RETURNING alliance_id)
            """
                    + Journal.APPEND;

    private static final String FOUNDED =
            """
            WITH kept AS (
                UPDATE fork SET founded_as = :founded, founded_at = :since
                WHERE alliance_id = :alliance AND id = :fork AND founded_as IS NULL
                RETURNING alliance_id)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    Lineages(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty when nothing of that id was prepared there. */
    Mono<Long> begin(Event event, UUID founder, LineageFacts.LineageV1 lineage) {
        return database.inAlliance(
                        lineage.alliance(),
                        sql ->
                                sql.sql(PREPARED)
                                        .bind("alliance", lineage.alliance())
                                        .bind("fork", lineage.fork())
                                        .map(row ->
                                                new Words(
                                                        Columns.of(row, "words", String.class),
                                                        Columns.of(row, "title", String.class),
                                                        row.get("firm", UUID.class)))
                                        .one())
                .flatMap(words ->
                        draft(event, founder, lineage, words)
                                .then(Mono.defer(() -> founded(event, founder, lineage, words))));
    }

    private Mono<Long> draft(
            Event event, UUID founder, LineageFacts.LineageV1 lineage, Words words) {
        var draft = Ids.ofTransition(event.alliance(), "draft-of-the-fork", event.at());
        var fact =
                fact(
                        event,
                        founder,
                        event.organization(),
                        "drafted-by-the-fork",
                        DraftedV1.TYPE,
                        draft,
                        new DraftedV1(draft, words.title(), 1));
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(BEGIN)
                                .bind("alliance", event.alliance())
                                .bind("parent", lineage.alliance())
                                .bind("purpose", lineage.purpose())
                                .bind("fork", lineage.fork())
                                .bind("since", event.at())
                                .bind("draft", draft)
                                .bind("founder", founder)
                                .bind("words", words.json())
                                .bind("journal", fact)
                                .fetch()
                                .rowsUpdated());
    }

    private Mono<Long> founded(
            Event event, UUID founder, LineageFacts.LineageV1 lineage, Words words) {
        var fact =
                fact(
                        event,
                        founder,
                        words.firm(),
                        "fork-founded",
                        ForkFoundedV1.TYPE,
                        lineage.fork(),
                        new ForkFoundedV1(
                                lineage.fork(),
                                lineage.purpose(),
                                words.title(),
                                event.alliance()));
        return database.inAlliance(
                lineage.alliance(),
                sql ->
                        sql.sql(FOUNDED)
                                .bind("alliance", lineage.alliance())
                                .bind("founded", event.alliance())
                                .bind("since", event.at())
                                .bind("fork", lineage.fork())
                                .bind("journal", fact)
                                .fetch()
                                .rowsUpdated());
    }

    private String fact(
            Event event,
            UUID founder,
            @Nullable UUID firm,
            String what,
            String type,
            UUID subject,
            Object payload) {
        return journal.json(
                new Journal.Entry(
                        Ids.ofTransition(event.alliance(), what, event.at()),
                        type,
                        subject,
                        type.equals(DraftedV1.TYPE) ? 1 : 2,
                        founder,
                        firm,
                        Audience.EVERYONE,
                        null,
                        payload));
    }

    /** What the caller's alliance came from; empty without standing. */
    Mono<LineageController.LineageResponse> of(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(
                                        sql.sql(
                                                """
                                                SELECT l.parent, l.purpose_id, l.fork_id, l.since
                                                FROM standing me LEFT JOIN lineage l
                                                     ON l.alliance_id = me.alliance_id
                                                WHERE me.alliance_id = :alliance
                                                  AND me.issuer = :issuer
                                                  AND me.subject = :subject
                                                  AND me.state = 'ACTIVE'\
                                                """))
                                .map(row -> {
                                    var parent = row.get("parent", UUID.class);
                                    return new LineageController.LineageResponse(
                                            parent == null
                                                    ? null
                                                    : new Origin(
                                                            parent,
                                                            Columns.of(
                                                                    row, "purpose_id", UUID.class),
                                                            Columns.of(row, "fork_id", UUID.class),
                                                            Columns.of(
                                                                    row, "since", Instant.class)));
                                })
                                .one());
    }

    /**
     * What was prepared.
     *
     * @param json the six parts of a purpose
     * @param firm of the founder where it was prepared; null for who has left
     */
    private record Words(String json, String title, @Nullable UUID firm) {}
}
