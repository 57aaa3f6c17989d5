-- What this service knows of contributions, from contribution-service's events: enough to name one
-- in a thank-you, and to say how an alliance answers the work of its members. Facts may come again
-- and in any order: the earliest times stand.
CREATE TABLE contribution (
    alliance_id             uuid        NOT NULL,
    id                      uuid        NOT NULL,
    title                   text        NOT NULL,
    author_id               uuid        NOT NULL,
    organization_id         uuid,
    written_at              timestamptz NOT NULL,
    acknowledged_at         timestamptz,
    acknowledged_by_another boolean     NOT NULL,
    PRIMARY KEY (alliance_id, id)
);
SELECT secure_tenant_table('contribution', 'SELECT, INSERT, UPDATE');

-- The ledger: never changed, never deleted; a mistake is mended by a further transaction.
CREATE TABLE ledger_transaction (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    contribution_id uuid        NOT NULL,
    acknowledged_by uuid        NOT NULL,
    at              timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    UNIQUE (alliance_id, contribution_id),
    FOREIGN KEY (alliance_id, contribution_id) REFERENCES contribution (alliance_id, id)
);
SELECT secure_tenant_table('ledger_transaction', 'SELECT, INSERT');

-- organization_id is the firm for which the author worked that day; a change of employer moves
-- nothing. holder_id is the person, or the alliance for its own accounts.
CREATE TABLE ledger_entry (
    alliance_id     uuid        NOT NULL,
    transaction_id  uuid        NOT NULL,
    account         text        NOT NULL CHECK (account IN ('PERSON', 'GROUP', 'ISSUANCE')),
    holder_id       uuid        NOT NULL,
    unit            text        NOT NULL CHECK (unit = 'credit'),
    organization_id uuid        NOT NULL,
    amount          bigint      NOT NULL CHECK (amount <> 0),
    at              timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, transaction_id, account, holder_id, unit),
    FOREIGN KEY (alliance_id, transaction_id) REFERENCES ledger_transaction (alliance_id, id)
);
CREATE INDEX ledger_entry_by_account
    ON ledger_entry (alliance_id, account, holder_id, at DESC, transaction_id DESC);
SELECT secure_tenant_table('ledger_entry', 'SELECT, INSERT');

-- Whoever writes entries, and however: all entries of a transaction come in one statement, and for
-- each unit they sum to nothing.
CREATE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added GROUP BY alliance_id, transaction_id, unit HAVING sum(amount) <> 0)
    THEN
        RAISE EXCEPTION 'a transaction of the ledger is not balanced' USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER balanced AFTER INSERT ON ledger_entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced();

-- The sums of the entries, kept in the statement that adds them.
CREATE TABLE balance (
    alliance_id     uuid   NOT NULL,
    account         text   NOT NULL,
    holder_id       uuid   NOT NULL,
    unit            text   NOT NULL,
    organization_id uuid   NOT NULL,
    amount          bigint NOT NULL,
    PRIMARY KEY (alliance_id, account, holder_id, unit, organization_id)
);
SELECT secure_tenant_table('balance', 'SELECT, INSERT, UPDATE');

CREATE TABLE thank_you (
    alliance_id          uuid        NOT NULL,
    id                   uuid        NOT NULL,
    contribution_id      uuid        NOT NULL,
    from_id              uuid        NOT NULL,
    from_organization_id uuid        NOT NULL,
    to_id                uuid        NOT NULL,
    text                 text        NOT NULL CHECK (char_length(text) BETWEEN 1 AND 500),
    at                   timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    CHECK (from_id <> to_id),
    FOREIGN KEY (alliance_id, contribution_id) REFERENCES contribution (alliance_id, id)
);
CREATE INDEX thank_you_by_time ON thank_you (alliance_id, at DESC, id DESC);
CREATE INDEX thank_you_by_receiver ON thank_you (alliance_id, to_id, at DESC, id DESC);
CREATE INDEX thank_you_by_contribution
    ON thank_you (alliance_id, contribution_id, at DESC, id DESC);
SELECT secure_tenant_table('thank_you', 'SELECT, INSERT');
