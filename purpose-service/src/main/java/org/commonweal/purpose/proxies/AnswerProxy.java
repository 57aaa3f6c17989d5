package org.commonweal.purpose.proxies;

import java.util.UUID;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.StandingsGuard;
import org.commonweal.purpose.domain.ProxyAnswer;
import org.commonweal.purpose.domain.ProxyAnswer.State;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The holder accepts or declines; the giver takes back, or the holder hands back, at any time. */
@Component
class AnswerProxy {

    private final ProxyAnswers answers;
    private final StandingsGuard guard;

    AnswerProxy(ProxyAnswers answers, StandingsGuard guard) {
        this.answers = answers;
        this.guard = guard;
    }

    /** The decision; empty when there is no such proxy for the caller. */
    Mono<ProxyAnswer> handle(Command command) {
        return guard.fresh(
                command.caller(),
                Guard.twice(
                        Mono.defer(() -> answers.say(command, found -> decide(command, found)))));
    }

    private static ProxyAnswer decide(Command command, ProxyAnswers.Found found) {
        return switch (found.earlier()) {
            case SAME -> new ProxyAnswer.Repeated();
            case OTHER -> new ProxyAnswer.Refused(ProxyAnswer.Refusal.ID_TAKEN);
            case NONE ->
                    ProxyAnswer.decide(found.proxy(), found.holder(), command.said(), found.now());
        };
    }

    /**
     * @param id of the command
     * @param said ACCEPTED, DECLINED or REVOKED
     * @param hash of the request
     */
    record Command(Caller caller, UUID id, UUID proxy, State said, String hash) {}
}
