-- What other services carry out because the members decided it: awaited from the close of the ballot
-- on, then done, or refused with the reason. Own state, beside the proposal.
CREATE TABLE execution (
    alliance_id uuid        NOT NULL,
    proposal_id uuid        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('PENDING', 'DONE', 'REFUSED')),
    refusal     text,
    detail      text        CHECK (length(detail) <= 500),
    at          timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, proposal_id),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal,
    CHECK ((state = 'REFUSED') = (refusal IS NOT NULL))
);
SELECT secure_tenant_table('execution', 'SELECT, INSERT, UPDATE');

-- What the rulebook leaves to the sponsor is adopted by one delegate of it, without a ballot.
ALTER TABLE proposal
    ADD COLUMN approved_by              uuid,
    ADD COLUMN approved_by_organization uuid,
    ADD COLUMN approved_at              timestamptz,
    DROP CONSTRAINT proposal_ballot_check,
    DROP CONSTRAINT proposal_tally_check,
    ADD CONSTRAINT proposal_ballot_check CHECK (
        num_nulls(opens_at, closes_at, standings_as_of)
            = CASE WHEN state IN ('DIALOGUE', 'WITHDRAWN', 'EXPIRED')
                     OR approved_by IS NOT NULL THEN 3 ELSE 0 END),
    ADD CONSTRAINT proposal_tally_check CHECK (
        (tally IS NOT NULL)
            = (state IN ('ADOPTED', 'REJECTED', 'NO_QUORUM') AND approved_by IS NULL)),
    ADD CONSTRAINT proposal_approval_check CHECK (
        num_nulls(approved_by, approved_by_organization, approved_at) IN (0, 3)
        AND (approved_by IS NULL OR state = 'ADOPTED'));
