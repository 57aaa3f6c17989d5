package org.commonweal.contribution.reminding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.commonweal.contribution.domain.Contribution.Stage;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.contribution.wire.RemindedV1;
import org.commonweal.platform.messaging.DueHandler;
import org.commonweal.platform.messaging.Journal;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Half of the time for an answer has passed: those whose turn it is are reminded. */
@Component
class Remind implements DueHandler {

    private final Clocks clocks;

    Remind(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public String kind() {
        return "remind";
    }

    @Override
    public Mono<?> act(UUID alliance, UUID subject, Instant at) {
        return clocks.act(alliance, kind(), subject, waiting -> decide(waiting, at));
    }

    private static Waiting.Effect decide(Waiting waiting, Instant at) {
        return switch (waiting.contribution().remind().stage()) {
            case REMINDED -> reminding(waiting, at);
            case WAITING, ESCALATED -> new Waiting.Effect.Nothing();
        };
    }

    /** Where nobody is asked, somebody can be by now. */
    private static Waiting.Effect reminding(Waiting waiting, Instant at) {
        var needs =
                waiting.asksNow().stream()
                        .map(ask -> waiting.need(ask.of().value(), ask.why(), at))
                        .toList();
        var of =
                needs.isEmpty()
                        ? waiting.asked()
                        : needs.stream().map(NeedFacts.Opened::person).toList();
        var entries = new ArrayList<Journal.Entry>();
        entries.add(
                waiting.fact(
                        "reminded",
                        RemindedV1.TYPE,
                        at,
                        new RemindedV1(
                                waiting.id(), waiting.title(), waiting.acknowledgeBy(), of)));
        needs.forEach(need -> entries.add(need.entry()));
        return new Waiting.Effect.Passed(Stage.REMINDED, needs, entries);
    }
}
