package org.commonweal.recognition.crediting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.recognition.crediting.ContributionsConsumer.News;
import org.commonweal.recognition.domain.Contribution;
import org.commonweal.recognition.domain.ContributionId;
import org.commonweal.recognition.domain.Transaction;
import org.commonweal.recognition.domain.TransactionId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Joins what is told of contributions to what is known, and credits those that are due credit. */
@Component
class CreditAuthors {

    private final Ledger ledger;

    CreditAuthors(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Emits when everything is kept; the same news again change nothing. */
    Mono<Long> handle(UUID alliance, List<News> news) {
        var known = new LinkedHashMap<ContributionId, Contribution>();
        var credits = new LinkedHashMap<TransactionId, Transaction>();
        var facts = new ArrayList<Journal.Entry>();
        for (var one : news) {
            var contribution = one.fact().contribution();
            known.merge(contribution.id(), contribution, Contribution::and);
            var acknowledgement = one.fact().acknowledgement();
            if (acknowledgement != null) {
                Transaction.credit(idOf(contribution.id()), acknowledgement)
                        .filter(credit -> credits.putIfAbsent(credit.id(), credit) == null)
                        .ifPresent(credit -> facts.add(credited(one, credit)));
            }
        }
        return ledger.keep(alliance, known.values(), credits.values(), facts);
    }

    /** Made of the contribution alone: one contribution is credited in one transaction. */
    private static TransactionId idOf(ContributionId contribution) {
        var id = contribution.value();
        return new TransactionId(Ids.ofTransition(id, "credited", Ids.instantOf(id)));
    }

    private static Journal.Entry credited(News news, Transaction credit) {
        var event = news.event();
        var transaction = credit.id().value();
        return new Journal.Entry(
                Ids.ofTransition(transaction, "posted", event.at()),
                news.isHistory() ? CreditedV1.OF_HISTORY : CreditedV1.TYPE,
                transaction,
                1,
                event.actor(),
                event.organization(),
                Audience.EVERYONE,
                null,
                CreditedV1.of(credit, news.fact().contribution()));
    }
}
