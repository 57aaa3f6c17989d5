package org.commonweal.contribution.submitting;

import java.util.ArrayList;
import java.util.List;
import org.commonweal.contribution.domain.Submission;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.contribution.wire.SubmittedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;

/** What is said when a contribution is live: it to all, the need to the one who is asked. */
final class SubmissionFacts {

    private SubmissionFacts() {}

    static List<NeedFacts.Opened> needs(
            SubmitContribution.Command command, Submission.Outcome.Live live) {
        return live.ask().stream()
                .map(ask ->
                        new NeedFacts.Opened(
                                Ids.derived(command.id(), 1),
                                ask.of().value(),
                                ask.why().text(),
                                command.title(),
                                live.clock().acknowledgeBy(),
                                command.id()))
                .toList();
    }

    static List<Journal.Entry> entries(
            SubmitContribution.Command command,
            Submission.Outcome.Live live,
            List<NeedFacts.Opened> needs) {
        var entries = new ArrayList<Journal.Entry>();
        entries.add(submitted(command, live));
        needs.forEach(need -> entries.add(need.entry(Ids.derived(command.id(), 2))));
        return entries;
    }

    private static Journal.Entry submitted(
            SubmitContribution.Command command, Submission.Outcome.Live live) {
        var author = live.contribution().author();
        var payload =
                new SubmittedV1(
                        command.id(),
                        command.goal().orElseThrow().value(),
                        command.kind(),
                        command.title(),
                        author.person().value(),
                        author.firm().value(),
                        live.clock().acknowledgeBy());
        return new Journal.Entry(
                command.id(),
                SubmittedV1.TYPE,
                command.id(),
                1,
                author.person().value(),
                author.firm().value(),
                Audience.EVERYONE,
                command.requestHash(),
                payload);
    }
}
