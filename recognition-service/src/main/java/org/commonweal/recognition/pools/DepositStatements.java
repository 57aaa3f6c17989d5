package org.commonweal.recognition.pools;

import org.commonweal.platform.messaging.Journal;

/** The statements of {@link Deposits}. */
final class DepositStatements {

    private DepositStatements() {}

    static final String BEFORE =
            Pools.ME
                    + ", p.id AS pool_id, p.state, p.currency"
                    + Pools.ME_FROM
                    + "JOIN pool p ON p.alliance_id = me.alliance_id AND p.id = :pool\n"
                    + Pools.ME_WHERE;

    static final String SITUATION =
            Pools.ME
                    + ", d.*, p.currency"
                    + Pools.present("d")
                    + Pools.ME_FROM
                    + """
                    JOIN deposit d ON d.alliance_id = me.alliance_id AND d.id = :deposit
                         AND d.pool_id = :pool
                    JOIN pool p ON p.alliance_id = d.alliance_id AND p.id = d.pool_id
                    """
                    + Pools.ME_WHERE;

    static final String RECORD =
            """
            WITH kept AS (
                INSERT INTO deposit (alliance_id, id, pool_id, organization_id, amount,
                    recorded_by, recorded_at, state, changed_at, version)
                VALUES (:alliance, :deposit, :pool, :organization, :amount, :by, app_now(),
                    'RECORDED', app_now(), 1)
                ON CONFLICT DO NOTHING RETURNING alliance_id)
            """
                    + Journal.APPEND;

    /** What is confirmed is in the pool by the same statement. */
    static final String CHANGE =
            """
            WITH kept AS (
                UPDATE deposit SET state = :state, changed_at = app_now(), version = version + 1,
                    confirmed_by = CASE :state WHEN 'CONFIRMED' THEN CAST(:by AS uuid) END,
                    confirmed_by_organization_id =
                        CASE :state WHEN 'CONFIRMED' THEN CAST(:organization AS uuid) END
                WHERE alliance_id = :alliance AND id = :deposit AND version = :version
                RETURNING *),
            posted AS (
                INSERT INTO money_transaction (alliance_id, id, pool_id, deposit_id, at)
                SELECT alliance_id, :transaction, pool_id, id, changed_at FROM kept
                WHERE state = 'CONFIRMED'
                RETURNING alliance_id, id, at),
            entries AS (
                INSERT INTO money_entry (alliance_id, transaction_id, account, holder_id, unit,
                    amount, at)
                SELECT p.alliance_id, p.id, e.account, e.holder, :currency, e.amount, p.at
                FROM posted p CROSS JOIN kept k CROSS JOIN LATERAL (VALUES
                    ('ORGANIZATION', k.organization_id, -k.amount),
                    ('POOL', k.pool_id, k.amount)) AS e(account, holder, amount)),
            summed AS (
                UPDATE pool SET balance = balance + k.amount FROM kept k
                WHERE pool.alliance_id = k.alliance_id AND pool.id = k.pool_id
                  AND k.state = 'CONFIRMED')
            """
                    + Journal.APPEND;
}
