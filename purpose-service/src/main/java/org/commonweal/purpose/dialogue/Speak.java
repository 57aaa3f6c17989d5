package org.commonweal.purpose.dialogue;

import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Speaking;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member says something about a proposal: a position, a concern, or an answer to one. */
@Component
class Speak {

    private final Voices voices;

    Speak(Voices voices) {
        this.voices = voices;
    }

    /** The decision; empty when there is no such proposal for the caller. */
    Mono<Speaking> handle(Command command) {
        return Guard.twice(
                Mono.defer(() -> voices.speak(command, heard -> decide(command, heard))));
    }

    private static Speaking decide(Command command, Heard heard) {
        return switch (heard.earlier()) {
            case SAME -> new Speaking.Repeated();
            case OTHER -> new Speaking.Refused(Speaking.Refusal.ID_TAKEN);
            case NONE ->
                    heard.as().may(Right.SHAPE)
                            ? decideOn(command.words(), heard.talk())
                            : new Speaking.Refused(Speaking.Refusal.CLASS_NOT_ALLOWED);
        };
    }

    private static Speaking decideOn(Words words, Speaking.Talk talk) {
        return switch (words) {
            case Words.Position position -> Speaking.decide(talk, position.textRead());
            case Words.Concern concern -> Speaking.decide(talk, concern.textRead());
            case Words.Answer _ -> Speaking.answer(talk);
        };
    }

    /**
     * @param id of the voice and of the command
     * @param hash of the request
     */
    record Command(Caller caller, UUID id, ProposalId proposal, Words words, String hash) {}
}
