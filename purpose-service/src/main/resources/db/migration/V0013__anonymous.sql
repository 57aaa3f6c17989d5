-- Ballots whose count is hidden until the end, and ballots whose votes nobody can link to voters
-- (docs/adr/0035).
ALTER TABLE proposal
    ADD COLUMN hidden    boolean NOT NULL DEFAULT false,
    ADD COLUMN anonymous boolean NOT NULL DEFAULT false,
    -- A count that moves while somebody votes is that vote.
    ADD CONSTRAINT proposal_hidden_check CHECK (hidden OR NOT anonymous);

-- That a paper was signed for the elector, and the hash of what was signed blindly: no paper can be
-- known by it, and an answer that was lost can be given again.
ALTER TABLE elector
    ADD COLUMN paper bytea CHECK (length(paper) = 32),
    ADD CONSTRAINT elector_paper_alone CHECK (
        paper IS NULL OR choice IS NULL AND left_at IS NULL AND recused_at IS NULL);

-- One key for each weight of a vote; the signing part, sealed, ends with the ballot.
CREATE TABLE paper_key (
    alliance_id uuid  NOT NULL,
    proposal_id uuid  NOT NULL,
    weight      int   NOT NULL CHECK (weight BETWEEN 1 AND 1000000),
    modulus     bytea NOT NULL,
    signing     bytea,
    PRIMARY KEY (alliance_id, proposal_id, weight),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal
);

-- The secret of an open box, sealed; it ends with the ballot.
CREATE TABLE ballot_box (
    alliance_id uuid  NOT NULL,
    proposal_id uuid  NOT NULL,
    secret      bytea NOT NULL,
    PRIMARY KEY (alliance_id, proposal_id),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal
);

-- What lies in an open box: no time, no order and no name, and nothing that can be read without the
-- box's secret. It ends with the ballot.
CREATE TABLE sealed_vote (
    alliance_id uuid  NOT NULL,
    proposal_id uuid  NOT NULL,
    slot        bytea NOT NULL,
    sealed      bytea NOT NULL,
    PRIMARY KEY (alliance_id, proposal_id, slot),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES ballot_box
);

-- What was counted, written at once in the order of the receipts.
CREATE TABLE counted_vote (
    alliance_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    receipt     text NOT NULL,
    weight      int  NOT NULL,
    choice      text NOT NULL CHECK (choice IN ('YES', 'NO', 'ABSTAIN', 'BLOCK')),
    PRIMARY KEY (alliance_id, proposal_id, receipt),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal
);

SELECT secure_tenant_table('paper_key', 'SELECT, INSERT, UPDATE');
SELECT secure_tenant_table('ballot_box', 'SELECT, INSERT, DELETE');
SELECT secure_tenant_table('sealed_vote', 'SELECT, INSERT, UPDATE, DELETE');
SELECT secure_tenant_table('counted_vote', 'SELECT, INSERT');

-- What was promised when a ballot opened holds whatever a statement says.
CREATE FUNCTION keep_secrecy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the secrecy of a ballot stays as it opened';
END $$;
CREATE TRIGGER keep_secrecy BEFORE UPDATE ON proposal FOR EACH ROW
    WHEN (OLD.opens_at IS NOT NULL
        AND (OLD.hidden, OLD.anonymous) IS DISTINCT FROM (NEW.hidden, NEW.anonymous))
    EXECUTE FUNCTION keep_secrecy();
