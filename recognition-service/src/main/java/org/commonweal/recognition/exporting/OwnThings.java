package org.commonweal.recognition.exporting;

import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.OwnData;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What one person gave in one alliance: the SQL. */
@Component
class OwnThings {

    private static final String THINGS =
            """
            'thanksGiven', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'contribution', x.contribution_id,
                    'to', x.to_id,
                    'text', x.text,
                    'at', x.at) ORDER BY x.id), '[]')
                FROM thank_you x WHERE x.alliance_id = me.alliance_id AND x.from_id = me.person_id),
            'thanksReceived', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', x.id,
                    'contribution', x.contribution_id,
                    'from', x.from_id,
                    'text', x.text,
                    'at', x.at) ORDER BY x.id), '[]')
                FROM thank_you x WHERE x.alliance_id = me.alliance_id AND x.to_id = me.person_id),
            'credit', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'transaction', x.transaction_id,
                    'organization', x.organization_id,
                    'unit', x.unit,
                    'amount', x.amount,
                    'at', x.at) ORDER BY x.at, x.transaction_id), '[]')
                FROM ledger_entry x WHERE x.alliance_id = me.alliance_id
                  AND x.account = 'PERSON' AND x.holder_id = me.person_id),
            'payments', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'transaction', x.transaction_id,
                    'decision', t.decision_id,
                    'currency', x.unit,
                    'amountMinor', x.amount,
                    'at', x.at) ORDER BY x.at, x.transaction_id), '[]')
                FROM money_entry x JOIN money_transaction t ON t.alliance_id = x.alliance_id
                     AND t.id = x.transaction_id
                WHERE x.alliance_id = me.alliance_id
                  AND x.account = 'PERSON' AND x.holder_id = me.person_id)\
            """;

    private final ScopedDatabase database;

    OwnThings(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty for whoever never had a standing. */
    Mono<String> of(Caller caller) {
        return OwnData.of(database, caller, "recognition", THINGS);
    }
}
