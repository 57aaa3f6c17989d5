package org.commonweal.contribution.handing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.contribution.domain.Ask;
import org.commonweal.contribution.handing.HandOverAsk.Command;
import org.commonweal.contribution.handing.HandedAsks.Loaded;
import org.commonweal.contribution.needs.NeedFacts;
import org.commonweal.contribution.wire.HandedOverV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;

/** What is said when an ask passes: who handed it to whom to all, the needs to the two. */
final class HandOverFacts {

    private HandOverFacts() {}

    static NeedFacts.Opened opened(Command command, Loaded now, Instant due) {
        return new NeedFacts.Opened(
                Ids.derived(command.id(), 1),
                command.person(),
                Ask.Why.HANDED_OVER.text(),
                now.title(),
                due,
                command.contribution());
    }

    static List<Journal.Entry> of(Command command, Loaded now, UUID need, NeedFacts.Opened opened) {
        var closed = new NeedFacts.Asked(need, now.me().person().value());
        return List.of(
                handedOver(command, now),
                closed.closed(Ids.derived(command.id(), 2)),
                opened.entry(Ids.derived(command.id(), 3)));
    }

    private static Journal.Entry handedOver(Command command, Loaded now) {
        return new Journal.Entry(
                command.id(),
                HandedOverV1.TYPE,
                command.contribution(),
                now.version() + 1,
                now.me().person().value(),
                now.me().firm().value(),
                Audience.EVERYONE,
                command.requestHash(),
                new HandedOverV1(
                        command.contribution(),
                        now.title(),
                        now.me().person().value(),
                        now.me().firm().value(),
                        command.person()));
    }
}
