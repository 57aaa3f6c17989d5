package org.commonweal.contribution.reminding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.contribution.domain.Ask;
import org.commonweal.contribution.domain.Contribution;
import org.commonweal.contribution.needs.Candidates;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;

/**
 * An unanswered contribution when a moment of its clock has come.
 *
 * @param asked those whose turn it is and who are members still
 * @param delegates of all firms but the author's
 * @param candidates who can be asked when nobody is
 */
record Waiting(
        Contribution.Open contribution,
        UUID id,
        String title,
        Instant acknowledgeBy,
        long version,
        List<UUID> asked,
        List<UUID> delegates,
        Candidates candidates) {

    Waiting {
        asked = List.copyOf(asked);
        delegates = List.copyOf(delegates);
    }

    /** Whom to ask where nobody is asked. */
    Optional<Ask> asksNow() {
        return asked.isEmpty() ? candidates.of(contribution.author()) : Optional.empty();
    }

    /** That a person is asked, from this moment on. */
    NeedFacts.Opened need(UUID person, Ask.Why why, Instant at) {
        return NeedFacts.Opened.at(at, person, why, title, acknowledgeBy, id);
    }

    /** That the clock has come to a stage; nobody did it. */
    Journal.Entry fact(String transition, String type, Instant at, Object payload) {
        return new Journal.Entry(
                Ids.ofTransition(id, transition, at),
                type,
                id,
                version + 1,
                null,
                null,
                Audience.EVERYONE,
                null,
                payload);
    }

    /** What the moment brings. */
    sealed interface Effect {

        /** It came too late to matter. */
        record Nothing() implements Effect {}

        /** The clock has come to this stage, which is said, and new needs are open. */
        record Passed(
                Contribution.Stage stage, List<NeedFacts.Opened> needs, List<Journal.Entry> entries)
                implements Effect {
            public Passed {
                needs = List.copyOf(needs);
                entries = List.copyOf(entries);
            }
        }
    }
}
