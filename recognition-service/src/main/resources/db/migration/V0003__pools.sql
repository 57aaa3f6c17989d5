-- Money that organizations give into the alliance's hands. A pool, and each deposit in it, is written
-- down by a delegate of the organization that pays and counts when a delegate of another has
-- confirmed it. Own state: nothing of it was heard, and no command empties it.
CREATE TABLE pool (
    alliance_id                  uuid        NOT NULL,
    id                           uuid        NOT NULL,
    name                         text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    currency                     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    organization_id              uuid        NOT NULL,
    recorded_by                  uuid        NOT NULL,
    recorded_at                  timestamptz NOT NULL,
    state                        text        NOT NULL
                                 CHECK (state IN ('RECORDED', 'CONFIRMED', 'WITHDRAWN')),
    confirmed_by                 uuid,
    confirmed_by_organization_id uuid,
    changed_at                   timestamptz NOT NULL,
    -- The sum of the pool's entries, kept in the statement that adds them. Never below nothing.
    balance                      bigint      NOT NULL DEFAULT 0 CHECK (balance >= 0),
    version                      bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    CHECK ((state = 'CONFIRMED') = (confirmed_by IS NOT NULL)),
    CHECK (confirmed_by IS NULL
           OR (confirmed_by <> recorded_by AND confirmed_by_organization_id <> organization_id)),
    CHECK (balance = 0 OR state = 'CONFIRMED')
);
SELECT secure_tenant_table('pool', 'SELECT, INSERT, UPDATE');

CREATE TABLE deposit (
    alliance_id                  uuid        NOT NULL,
    id                           uuid        NOT NULL,
    pool_id                      uuid        NOT NULL,
    organization_id              uuid        NOT NULL,
    amount                       bigint      NOT NULL CHECK (amount > 0),
    recorded_by                  uuid        NOT NULL,
    recorded_at                  timestamptz NOT NULL,
    state                        text        NOT NULL
                                 CHECK (state IN ('RECORDED', 'CONFIRMED', 'WITHDRAWN')),
    confirmed_by                 uuid,
    confirmed_by_organization_id uuid,
    changed_at                   timestamptz NOT NULL,
    version                      bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, pool_id) REFERENCES pool (alliance_id, id),
    CHECK ((state = 'CONFIRMED') = (confirmed_by IS NOT NULL)),
    CHECK (confirmed_by IS NULL
           OR (confirmed_by <> recorded_by AND confirmed_by_organization_id <> organization_id))
);
CREATE INDEX deposit_by_pool ON deposit (alliance_id, pool_id, id DESC);
SELECT secure_tenant_table('deposit', 'SELECT, INSERT, UPDATE');

-- Which decisions to spend were carried out here, or were not and why: once each. The outcome is
-- written by the transaction that writes the row.
CREATE TABLE executed_decision (
    alliance_id uuid        NOT NULL,
    decision_id uuid        NOT NULL,
    title       text        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('DONE', 'REFUSED')),
    refusal     text,
    at          timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, decision_id),
    CHECK ((outcome = 'REFUSED') = (refusal IS NOT NULL))
);
SELECT secure_tenant_table('executed_decision', 'SELECT, INSERT');
GRANT UPDATE (outcome, refusal) ON executed_decision TO ${service};

-- Double entry in minor units: beside the ledger of credit, which is built anew from what was heard.
-- Never changed, never deleted. What a pool pays out, it pays by a decision, and by each one once.
CREATE TABLE money_transaction (
    alliance_id uuid        NOT NULL,
    id          uuid        NOT NULL,
    pool_id     uuid        NOT NULL,
    deposit_id  uuid,
    decision_id uuid,
    at          timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    UNIQUE (alliance_id, deposit_id),
    UNIQUE (alliance_id, decision_id),
    FOREIGN KEY (alliance_id, pool_id) REFERENCES pool (alliance_id, id),
    FOREIGN KEY (alliance_id, deposit_id) REFERENCES deposit (alliance_id, id),
    FOREIGN KEY (alliance_id, decision_id) REFERENCES executed_decision (alliance_id, decision_id),
    CHECK (num_nonnulls(deposit_id, decision_id) = 1)
);
CREATE INDEX money_transaction_by_pool ON money_transaction (alliance_id, pool_id, id DESC);
SELECT secure_tenant_table('money_transaction', 'SELECT, INSERT');

-- holder_id is the pool, or whoever paid or was paid. The unit is the currency.
CREATE TABLE money_entry (
    alliance_id    uuid        NOT NULL,
    transaction_id uuid        NOT NULL,
    account        text        NOT NULL CHECK (account IN ('POOL', 'ORGANIZATION', 'PERSON')),
    holder_id      uuid        NOT NULL,
    unit           text        NOT NULL CHECK (unit ~ '^[A-Z]{3}$'),
    amount         bigint      NOT NULL CHECK (amount <> 0),
    at             timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, transaction_id, account, holder_id, unit),
    FOREIGN KEY (alliance_id, transaction_id) REFERENCES money_transaction (alliance_id, id)
);
CREATE INDEX money_entry_by_account ON money_entry (alliance_id, account, holder_id);
SELECT secure_tenant_table('money_entry', 'SELECT, INSERT');
CREATE TRIGGER balanced AFTER INSERT ON money_entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced();
