package org.commonweal.purpose.proposing;

import static org.commonweal.purpose.loading.Bindings.orNull;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Discussion;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.domain.Wish;
import org.commonweal.purpose.loading.MotionRows;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.commonweal.purpose.loading.ProposalContent;
import org.commonweal.purpose.wire.DialogueOpenedV1;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of bringing a proposal before the members. */
@Component
class Dialogues {

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO proposal (alliance_id, id, kind, matter, purpose_id, title, state, opened_by,
                    opened_by_organization, follows, rulebook_version, dialogue_from, content)
                SELECT alliance_id, :proposal, :kind, :matter, :purpose, :title, 'DIALOGUE', :by,
                       :organization, :follows, :rulebook, :since, CAST(:content AS jsonb)
                FROM alliance WHERE alliance_id = :alliance
                RETURNING alliance_id),
            text AS (
                INSERT INTO proposal_text (alliance_id, proposal_id, version, title, content, by, at)
                SELECT alliance_id, :proposal, 1, :title, CAST(:text AS jsonb), :by, :since
                FROM kept),
            clock AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, 'dialogue-stale', :proposal, :stale FROM kept)
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Foundations foundations;
    private final MotionRows motions;
    private final Predecessors predecessors;
    private final Journal journal;

    Dialogues(
            ScopedDatabase database,
            Foundations foundations,
            MotionRows motions,
            Predecessors predecessors,
            Journal journal) {
        this.predecessors = predecessors;
        this.database = database;
        this.foundations = foundations;
        this.motions = motions;
        this.journal = journal;
    }

    /** Keeps the dialogue when it is to begin; empty when the caller has no standing. */
    Mono<Discussion> start(StartDialogue.Command command, Function<Found, Discussion> decide) {
        var caller = command.caller();
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        foundations
                                .load(
                                        sql,
                                        caller,
                                        command.proposal().value(),
                                        command.hash(),
                                        command.proposal(),
                                        Optional.of(command.wish()))
                                .flatMap(found -> keep(sql, command, found, decide.apply(found))));
    }

    private Mono<Discussion> keep(
            DatabaseClient sql, StartDialogue.Command command, Found found, Discussion discussion) {
        if (!(discussion instanceof Discussion.Begun begun)) {
            return Mono.just(discussion);
        }
        return predecessors
                .refusal(sql, command.caller().alliance(), command.follows())
                .<Discussion>map(Discussion.Refused::new)
                .switchIfEmpty(Mono.defer(() -> keep(sql, command, found, begun)));
    }

    private Mono<Discussion> keep(
            DatabaseClient sql,
            StartDialogue.Command command,
            Found found,
            Discussion.Begun begun) {
        var wish = command.wish();
        var opened = opened(command, found, begun);
        var spec =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("proposal", command.proposal().value())
                        .bind("kind", Kind.of(wish).name())
                        .bind("matter", wish.matter().name())
                        .bind("title", opened.title())
                        .bind("by", found.me().person().value())
                        .bind("organization", found.me().organization().value())
                        .bind("rulebook", begun.rulebook())
                        .bind("since", begun.since())
                        .bind("stale", begun.staleAt())
                        .bind("content", motions.json(ProposalContent.of(wish)))
                        .bind("text", text(wish, found))
                        .bind("journal", journal.json(fact(command, found, opened)));
        var about = wish.about().map(PurposeId::value).orElse(null);
        var on = orNull(spec, "purpose", about, UUID.class);
        var bound = orNull(on, "follows", followed(command), UUID.class);
        return Guard.held(bound.fetch().rowsUpdated(), begun);
    }

    private static DialogueOpenedV1 opened(
            StartDialogue.Command command, Found found, Discussion.Begun begun) {
        var wish = command.wish();
        var kind = Kind.of(wish);
        return new DialogueOpenedV1(
                command.proposal().value(),
                kind.name(),
                kind.matter().name(),
                wish.about().map(PurposeId::value).orElse(null),
                title(wish, found),
                begun.rulebook(),
                begun.staleAt(),
                followed(command));
    }

    private static @Nullable UUID followed(StartDialogue.Command command) {
        return command.follows().map(ProposalId::value).orElse(null);
    }

    /** What is talked about: of a draft its own words, as they are now. */
    private String text(Wish wish, Found found) {
        return switch (wish) {
            case Wish.RatifyPurpose _ ->
                    motions.json(
                            ProposalContent.of(
                                    found.circumstances()
                                            .purpose()
                                            .map(Purpose::text)
                                            .orElseThrow()));
            case Wish.ChangeRules _,
                    Wish.ChangeStage _,
                    Wish.RenewPurpose _,
                    Wish.ClosePurpose _,
                    Wish.AskQuestion _,
                    Wish.GiveOrder _ ->
                    motions.json(ProposalContent.of(wish));
        };
    }

    static String title(Wish wish, Found found) {
        return switch (wish) {
            case Wish.ChangeRules change -> change.title();
            case Wish.AskQuestion(var question) -> question.title();
            case Wish.ChangeStage change -> change.title();
            case Wish.GiveOrder order -> order.title();
            case Wish.RatifyPurpose _, Wish.RenewPurpose _, Wish.ClosePurpose _ ->
                    found.circumstances().purpose().map(Purpose::text).orElseThrow().title();
        };
    }

    private static Journal.Entry fact(
            StartDialogue.Command command, Found found, DialogueOpenedV1 opened) {
        return new Journal.Entry(
                command.proposal().value(),
                DialogueOpenedV1.TYPE,
                command.proposal().value(),
                1,
                found.me().person().value(),
                found.me().organization().value(),
                Audience.EVERYONE,
                command.hash(),
                opened);
    }
}
