package org.commonweal.contribution.reminding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.commonweal.contribution.domain.Ask;
import org.commonweal.contribution.wire.EscalatedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.DueHandler;
import org.commonweal.platform.messaging.Ids;
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
        entries.add(escalated(waiting, at));
        needs.forEach(need -> entries.add(need.entry()));
        return new Waiting.Effect.Passed(waiting.contribution().escalate().stage(), needs, entries);
    }

    private static Journal.Entry escalated(Waiting waiting, Instant at) {
        return new Journal.Entry(
                Ids.ofTransition(waiting.id(), "escalated", at),
                EscalatedV1.TYPE,
                waiting.id(),
                waiting.version() + 1,
                null,
                null,
                Audience.EVERYONE,
                null,
                new EscalatedV1(waiting.id(), waiting.title(), waiting.delegates()));
    }
}
