package org.commonweal.contribution.replacing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonweal.contribution.domain.Ask;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whoever is asked to answer and leaves is asked no longer, and where nobody else is, another one
 * is: by the rule that chose the first, and within the time that runs. So it is with whoever comes
 * to the firm whose work it is, by a move or besides: it cannot answer its own. An event that comes
 * again finds nothing that is asked of its person.
 */
@Component
class AskAnother implements EventHandler {

    private static final String MOVED = "membership.member-moved.v1";
    private static final String SECONDED = "membership.member-seconded.v1";

    private final AskedContributions contributions;

    AskAnother(AskedContributions contributions) {
        this.contributions = contributions;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.member-left.v1", MOVED, SECONDED);
    }

    @Override
    public Mono<?> handle(Event event) {
        var next = contributions.replaceNext(event, gone(event), AskAnother::instead);
        return next.expand(_ -> next).then();
    }

    static Optional<Ask> instead(AskedContributions.Asked asked) {
        return asked.others() ? Optional.empty() : asked.candidates().of(asked.author());
    }

    private static AskedContributions.Gone gone(Event event) {
        if (event.type().equals(MOVED)) {
            var moved = event.as(MemberMovedV1.class);
            return new AskedContributions.Gone(moved.person(), Optional.of(moved.organization()));
        }
        if (event.type().equals(SECONDED)) {
            var seconded = event.as(MemberSecondedV1.class);
            return new AskedContributions.Gone(
                    seconded.person(), Optional.of(seconded.organization()));
        }
        return new AskedContributions.Gone(event.as(MemberLeftV1.class).person(), Optional.empty());
    }

    record MemberLeftV1(UUID person) {}

    record MemberMovedV1(UUID person, UUID organization) {}

    record MemberSecondedV1(UUID person, UUID organization) {}
}
