package org.commonweal.contribution.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.commonweal.contribution.answering.AnswerContribution.Command;
import org.commonweal.contribution.answering.AnswerContribution.Loaded;
import org.commonweal.contribution.reading.ContributionV1.AcknowledgementV1;
import org.commonweal.contribution.reading.ContributionV1.RefusalV1;
import org.commonweal.contribution.wire.AcknowledgedV1;
import org.commonweal.contribution.wire.DeclinedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.jspecify.annotations.Nullable;

/** What is said when there is an answer: it to all, the end of the asking to those asked. */
final class AnswerFacts {

    private AnswerFacts() {}

    static List<Journal.Entry> of(
            Loaded loaded, Command command, AcknowledgementV1 answer, boolean first) {
        var about = loaded.about();
        var payload =
                new AcknowledgedV1(
                        about.id(),
                        live(about.goal()),
                        about.title(),
                        answer.id(),
                        answer.by(),
                        loaded.me().firm().value(),
                        about.author(),
                        live(about.organization()),
                        first,
                        about.submittedAt(),
                        answer.at());
        return entries(loaded, command, AcknowledgedV1.TYPE, payload, first);
    }

    static List<Journal.Entry> of(Loaded loaded, Command command, RefusalV1 refusal) {
        var about = loaded.about();
        var payload =
                new DeclinedV1(
                        about.id(),
                        live(about.goal()),
                        about.title(),
                        refusal.id(),
                        refusal.by(),
                        refusal.organization(),
                        about.author(),
                        live(about.organization()),
                        refusal.reason());
        return entries(loaded, command, DeclinedV1.TYPE, payload, true);
    }

    private static List<Journal.Entry> entries(
            Loaded loaded, Command command, String type, Object payload, boolean stops) {
        var entries = new ArrayList<Journal.Entry>();
        entries.add(
                new Journal.Entry(
                        command.id(),
                        type,
                        command.contribution(),
                        loaded.about().version() + 1,
                        loaded.me().person().value(),
                        loaded.me().firm().value(),
                        Audience.EVERYONE,
                        command.requestHash(),
                        payload));
        if (stops) {
            for (var asked : loaded.asked()) {
                entries.add(asked.closed(Ids.derived(command.id(), entries.size())));
            }
        }
        return entries;
    }

    /** Absent on imported history alone, which takes no answers. */
    private static UUID live(@Nullable UUID id) {
        if (id == null) {
            throw new IllegalStateException("an answer to imported history");
        }
        return id;
    }
}
