package org.commonweal.purpose.dialogue;

import static org.commonweal.purpose.loading.Bindings.orNull;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.domain.Speaking;
import org.commonweal.purpose.wire.VoiceHeardV1;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what members say: read once, let the decision be made, write once. */
@Component
class Voices {

    /** The shared lock makes an opening of the ballot wait for what was said in time. */
    private static final String KEEP =
            """
            WITH talk AS (
                SELECT alliance_id, id FROM proposal
                WHERE alliance_id = :alliance AND id = :proposal AND state = 'DIALOGUE' FOR SHARE),
            kept AS (
                INSERT INTO voice (alliance_id, id, proposal_id, person_id, organization_id, kind,
                    words, at, text_version, stance, blocking, concern_id)
                SELECT alliance_id, :voice, id, :person, :organization, :kind, :words, app_now(),
                       :text, :stance, :blocking, CAST(:concern AS uuid)
                FROM talk
                RETURNING alliance_id)\
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    Voices(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Keeps what is said when it is taken; empty when there is no such proposal. */
    Mono<Speaking> speak(Speak.Command command, Function<Heard, Speaking> decide) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        Talks.load(
                                        sql,
                                        command.caller(),
                                        command.id(),
                                        command.hash(),
                                        command.proposal(),
                                        Optional.ofNullable(concern(command.words())))
                                .flatMap(heard -> keep(sql, command, heard, decide.apply(heard))));
    }

    private Mono<Speaking> keep(
            DatabaseClient sql, Speak.Command command, Heard heard, Speaking speaking) {
        if (!(speaking instanceof Speaking.Spoken)) {
            return Mono.just(speaking);
        }
        var words = command.words();
        var spec =
                sql.sql(KEEP)
                        .bind("alliance", command.caller().alliance())
                        .bind("proposal", command.proposal().value())
                        .bind("voice", command.id())
                        .bind("person", heard.me().person().value())
                        .bind("organization", heard.me().organization().value())
                        .bind("kind", kind(words))
                        .bind("words", words.text())
                        .bind("text", heard.talk().text())
                        .bind("journal", journal.json(fact(command, heard)));
        var bound = orNull(spec, "stance", stance(words), String.class);
        var blocking = words instanceof Words.Concern one ? Boolean.valueOf(one.blocking()) : null;
        bound = orNull(bound, "blocking", blocking, Boolean.class);
        bound = orNull(bound, "concern", concern(words), UUID.class);
        return Guard.held(bound.fetch().rowsUpdated(), speaking);
    }

    private static Journal.Entry fact(Speak.Command command, Heard heard) {
        var words = command.words();
        return new Journal.Entry(
                command.id(),
                VoiceHeardV1.TYPE,
                command.proposal().value(),
                heard.version(),
                heard.me().person().value(),
                heard.me().organization().value(),
                Audience.EVERYONE,
                command.hash(),
                new VoiceHeardV1(
                        command.proposal().value(),
                        command.id(),
                        kind(words),
                        heard.title(),
                        heard.talk().text(),
                        stance(words),
                        words instanceof Words.Concern concern ? concern.blocking() : null,
                        concern(words)));
    }

    private static String kind(Words words) {
        return switch (words) {
            case Words.Position _ -> "POSITION";
            case Words.Concern _ -> "CONCERN";
            case Words.Answer _ -> "ANSWER";
        };
    }

    private static @Nullable String stance(Words words) {
        return words instanceof Words.Position position ? position.stance().name() : null;
    }

    private static @Nullable UUID concern(Words words) {
        return words instanceof Words.Answer answer ? answer.concern() : null;
    }
}
