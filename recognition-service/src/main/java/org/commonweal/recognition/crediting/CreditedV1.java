package org.commonweal.recognition.crediting;

import java.util.UUID;
import org.commonweal.recognition.domain.Contribution;
import org.commonweal.recognition.domain.Transaction;
import org.commonweal.recognition.domain.Unit;

/**
 * {@code recognition.credited.v1}, and {@code recognition.credit-imported.v1} for history, of which
 * nobody is told live.
 */
record CreditedV1(
        UUID transaction,
        UUID contribution,
        String title,
        UUID person,
        UUID organization,
        String unit,
        long amount,
        long groupAmount) {

    static final String TYPE = "recognition.credited.v1";
    static final String OF_HISTORY = "recognition.credit-imported.v1";

    static CreditedV1 of(Transaction transaction, Contribution contribution) {
        return new CreditedV1(
                transaction.id().value(),
                contribution.id().value(),
                contribution.title(),
                contribution.author().value(),
                transaction.organization().value(),
                Unit.CREDIT.code(),
                Transaction.TO_THE_AUTHOR,
                Transaction.TO_THE_GROUP);
    }
}
