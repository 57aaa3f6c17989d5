package org.commonweal.purpose.recusing;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.asking.Need;
import org.commonweal.purpose.asking.NeedFacts;
import org.commonweal.purpose.domain.Delegate;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.loading.ProxyRows;
import org.commonweal.purpose.wire.ElectorRecusedV1;

/**
 * What is said of a recusal: to all that it is one, to whoever is asked that nothing is awaited.
 */
record RecusalFacts(Recuse.Command command, Recusals.Found found) {

    private boolean recused() {
        return command.reason() != null;
    }

    List<Journal.Entry> all() {
        return NeedFacts.both(
                List.of(recusal()),
                NeedFacts.both(
                        NeedFacts.closedBy(command.id(), found.needs()),
                        NeedFacts.opened(needs())));
    }

    /** Of whom the vote is awaited again. */
    List<Need> needs() {
        if (recused()) {
            return List.of();
        }
        var elector = found.elector().orElseThrow();
        var vote =
                new Need.Subject.Vote(
                        command.proposal().value(),
                        found.title(),
                        Objects.requireNonNull(found.terms().closesAt(), "an open ballot ends"),
                        elector.voter());
        var firm = new OrganizationId(elector.organization());
        var asked =
                Stream.concat(
                                found.askable().stream().map(one -> new Delegate(one, firm)),
                                found.held().stream()
                                        .filter(_ -> !found.terms().anonymous())
                                        .filter(held -> held.voter().equals(elector.voter()))
                                        .map(ProxyRows.Held::delegate))
                        .toList();
        return IntStream.range(0, asked.size())
                .mapToObj(i ->
                        new Need(
                                Ids.derived(command.id(), found.needs().size() + i + 1),
                                vote,
                                asked.get(i)))
                .toList();
    }

    private Journal.Entry recusal() {
        var elector = found.elector().orElseThrow();
        return new Journal.Entry(
                command.id(),
                ElectorRecusedV1.TYPE,
                command.proposal().value(),
                found.votes() + 1,
                found.me().person().value(),
                found.me().organization().value(),
                Audience.EVERYONE,
                command.hash(),
                new ElectorRecusedV1(
                        command.proposal().value(),
                        elector.organization(),
                        elector.person(),
                        found.title(),
                        recused(),
                        found.others() + (recused() ? 0 : 1)));
    }
}
