package org.commonweal.contribution.reminding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.commonweal.contribution.domain.Ask;
import org.commonweal.contribution.wire.EscalatedV1;
import org.commonweal.platform.messaging.DueHandler;
import org.commonweal.platform.messaging.Journal;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The time for an answer is over: the delegates of all other firms are asked. */
@Component
class Escalate implements DueHandler {

    private final Clocks clocks;

    Escalate(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public String kind() {
        return "escalate";
    }

    @Override
    public Mono<?> act(UUID alliance, UUID subject, Instant at) {
        return clocks.act(alliance, kind(), subject, waiting -> decide(waiting, at));
    }

    private static Waiting.Effect decide(Waiting waiting, Instant at) {
        var needs =
                waiting.delegates().stream()
                        .filter(delegate -> !waiting.asked().contains(delegate))
                        .map(delegate -> waiting.need(delegate, Ask.Why.NOBODY_ANSWERED, at))
                        .toList();
        var entries = new ArrayList<Journal.Entry>();
        entries.add(
                waiting.fact(
                        "escalated",
                        EscalatedV1.TYPE,
                        at,
                        new EscalatedV1(waiting.id(), waiting.title(), waiting.delegates())));
        needs.forEach(need -> entries.add(need.entry()));
        return new Waiting.Effect.Passed(waiting.contribution().escalate().stage(), needs, entries);
    }
}
