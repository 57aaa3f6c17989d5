package org.commonweal.purpose.leaving;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A firm that has left is not waited for: on ballots on which it has not voted it leaves the
 * denominator. A vote that it cast as a member counts, for it was cast by the rules; only where it
 * goes on as another elector, the two have one vote.
 */
@Component
class SettleBallots implements EventHandler {

    private final Electorates electorates;
    private final MergedElectorates merged;

    SettleBallots(Electorates electorates, MergedElectorates merged) {
        this.electorates = electorates;
        this.merged = merged;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.organization-left.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        var left = event.as(OrganizationLeftV1.class);
        var settled = electorates.settle(event, left.organization());
        return left.into() == null
                ? settled
                : merged.merge(event, left.organization(), left.into()).then(settled);
    }

    /**
     * @param into the firm as which it goes on, or null
     */
    record OrganizationLeftV1(UUID organization, @Nullable UUID into) {}
}
