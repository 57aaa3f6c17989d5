package org.commonweal.purpose.alliances;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.domain.Rulebook;
import org.commonweal.purpose.domain.Shares;
import org.commonweal.purpose.wire.RulebookChangedV1;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes of a founder's charter the first version of the rulebook, and says it: later ones are
 * decided by ballots here.
 */
@Component
class FoundingRules implements EventHandler {

    private final Alliances alliances;

    FoundingRules(Alliances alliances) {
        this.alliances = alliances;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.alliance-founded.v1");
    }

    @Override
    public Mono<Long> handle(Event event) {
        var founded = event.as(AllianceFoundedV1.class);
        var charter = founded.charter();
        var rulebook =
                Rulebook.founding(
                        new Shares(charter.quorumPerMillion(), charter.thresholdPerMillion()),
                        Duration.parse(charter.ballotMinimum()));
        return alliances.found(
                event, ZoneId.of(founded.timeZone()), rulebook, changed(event, rulebook));
    }

    private static Journal.Entry changed(Event event, Rulebook rulebook) {
        return new Journal.Entry(
                Ids.ofTransition(event.alliance(), "rulebook/1", event.at()),
                RulebookChangedV1.TYPE,
                event.alliance(),
                1,
                null,
                null,
                Audience.EVERYONE,
                null,
                RulebookChangedV1.of(rulebook, null, null));
    }
}
