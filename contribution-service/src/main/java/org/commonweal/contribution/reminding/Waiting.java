package org.commonweal.contribution.reminding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.contribution.domain.Contribution;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.platform.messaging.Journal;

/**
 * An unanswered contribution when a moment of its clock has come.
 *
 * @param asked those whose turn it is
 * @param delegates of all firms but the author's
 */
record Waiting(
        Contribution.Open contribution,
        UUID id,
        String title,
        Instant acknowledgeBy,
        long version,
        List<UUID> asked,
        List<UUID> delegates) {

    Waiting {
        asked = List.copyOf(asked);
        delegates = List.copyOf(delegates);
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
