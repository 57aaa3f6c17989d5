-- A vote that is given to another member for a while: by a delegate for the firm, or by a person.
CREATE TABLE proxy (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    voter_id        uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    person_id       uuid,
    given_by        uuid        NOT NULL,
    holder_id       uuid        NOT NULL,
    proposal_id     uuid,
    until_at        timestamptz NOT NULL,
    state           text        NOT NULL
        CHECK (state IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'REVOKED', 'ENDED')),
    version         bigint      NOT NULL,
    given_at        timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal,
    CHECK (voter_id = coalesce(person_id, organization_id)),
    -- Nobody holds the own vote.
    CHECK (holder_id <> voter_id)
);
CREATE INDEX proxy_of_voter ON proxy (alliance_id, voter_id)
    WHERE state IN ('OFFERED', 'ACCEPTED');
CREATE INDEX proxy_of_holder ON proxy (alliance_id, holder_id)
    WHERE state IN ('OFFERED', 'ACCEPTED');
CREATE INDEX proxy_of_proposal ON proxy (alliance_id, proposal_id);
SELECT secure_tenant_table('proxy', 'SELECT, INSERT, UPDATE');

-- By which proxy a vote stands; null for one that the elector cast itself.
ALTER TABLE elector ADD COLUMN proxy_id uuid,
    ADD FOREIGN KEY (alliance_id, proxy_id) REFERENCES proxy,
    ADD CONSTRAINT elector_proxy_check CHECK (proxy_id IS NULL OR choice IS NOT NULL);
ALTER TABLE vote ADD COLUMN proxy_id uuid,
    ADD FOREIGN KEY (alliance_id, proxy_id) REFERENCES proxy;
CREATE INDEX elector_by_proxy ON elector (alliance_id, proxy_id) WHERE proxy_id IS NOT NULL;
CREATE INDEX vote_by_proxy ON vote (alliance_id, proxy_id) WHERE proxy_id IS NOT NULL;

-- A firm can say that its people are of different minds: shares per million of its vote. The choice
-- is that of the largest share, which takes what is left over.
ALTER TABLE elector ADD COLUMN split jsonb,
    ADD CONSTRAINT elector_split_check CHECK (
        split IS NULL OR choice IS NOT NULL AND person_id IS NULL AND jsonb_exists(split, choice));
ALTER TABLE vote ADD COLUMN split jsonb;

-- What of a vote that weighs so much counts for one choice; exact, and all parts are the whole.
CREATE FUNCTION part(weight int, choice text, split jsonb, counted text) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    RETURN CASE
        WHEN choice IS NULL THEN 0
        WHEN split IS NULL THEN CASE WHEN choice = counted THEN weight ELSE 0 END
        WHEN choice = counted THEN weight - (
            SELECT coalesce(sum(weight::bigint * share.value::int / 1000000), 0)::bigint
            FROM jsonb_each_text(split) share WHERE share.key <> choice)
        ELSE weight::bigint * coalesce((split->>counted)::int, 0) / 1000000 END;

-- What people of a firm think of an open ballot; nobody else sees it.
CREATE TABLE caucus (
    alliance_id     uuid        NOT NULL,
    proposal_id     uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    person_id       uuid        NOT NULL,
    choice          text        NOT NULL CHECK (choice IN ('YES', 'NO', 'ABSTAIN', 'BLOCK')),
    at              timestamptz NOT NULL,
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, proposal_id, organization_id, person_id),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal
);
CREATE INDEX caucus_of_person ON caucus (alliance_id, person_id);
SELECT secure_tenant_table('caucus', 'SELECT, INSERT, UPDATE');
