-- The charter becomes a rulebook, a proposal is talked about before it is voted on, and persons can
-- be an electorate as firms can. Nothing of this was released.

-- The owner of the tables is behind the wall, too; only this migration looks over it.
ALTER TABLE alliance NO FORCE ROW LEVEL SECURITY;
ALTER TABLE charter NO FORCE ROW LEVEL SECURITY;
ALTER TABLE proposal NO FORCE ROW LEVEL SECURITY;
ALTER TABLE elector NO FORCE ROW LEVEL SECURITY;
ALTER TABLE vote NO FORCE ROW LEVEL SECURITY;
ALTER TABLE need NO FORCE ROW LEVEL SECURITY;
ALTER TABLE purpose NO FORCE ROW LEVEL SECURITY;

-- For each class of matters who decides it and how; in each version the whole of it.
CREATE TABLE rulebook (
    alliance_id uuid        NOT NULL,
    version     bigint      NOT NULL CHECK (version >= 1),
    document    jsonb       NOT NULL,
    since       timestamptz NOT NULL,
    decided_by  uuid,
    PRIMARY KEY (alliance_id, version),
    FOREIGN KEY (alliance_id, decided_by) REFERENCES proposal,
    -- Nobody but a ballot follows the founder.
    CHECK ((version = 1) = (decided_by IS NULL))
);
INSERT INTO rulebook
SELECT c.alliance_id, c.version,
       jsonb_build_object('proxiesPerHolderMax', 2, 'staleAfter', 'PT2160H', 'rules', (
           SELECT jsonb_agg(jsonb_build_object('matter', m,
               'decider', CASE m WHEN 'MEMBERSHIP' THEN 'DELEGATE' ELSE 'BALLOT' END,
               'body', 'FIRMS', 'method', 'SUPERMAJORITY',
               'quorumPerMillion', c.quorum_per_million,
               'thresholdPerMillion', c.threshold_per_million,
               'dialogueMinimum', 'PT0S', 'voicesMinimum', 0,
               'ballotMinimum', 'PT' || c.ballot_minimum_seconds || 'S',
               'movedBy', c.decided_by))
           FROM unnest(ARRAY ['PURPOSE', 'RULES', 'MEMBERSHIP', 'OFFICES', 'MONEY', 'STAGE',
               'QUESTION']) m)),
       c.since, c.decided_by
FROM charter c;

-- What is proposed, as its kind has it; a ballot adds what it froze. The dialogue comes before.
ALTER TABLE proposal
    ADD COLUMN content          jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN matter           text,
    ADD COLUMN rulebook_version bigint,
    ADD COLUMN dialogue_from    timestamptz,
    ADD COLUMN version          bigint NOT NULL DEFAULT 1,
    ADD COLUMN tally            jsonb,
    DROP CONSTRAINT proposal_kind_check,
    DROP CONSTRAINT proposal_motion_check,
    DROP CONSTRAINT proposal_state_check;
UPDATE proposal b SET
    rulebook_version = b.charter_version,
    matter = CASE b.kind WHEN 'CHANGE_CHARTER' THEN 'RULES' ELSE 'PURPOSE' END,
    kind = CASE b.kind WHEN 'CHANGE_CHARTER' THEN 'CHANGE_RULES' ELSE b.kind END,
    content = jsonb_strip_nulls(jsonb_build_object(
        'deadline', b.deadline, 'before', b.deadline_before, 'words', b.words,
        'change', CASE b.kind WHEN 'CHANGE_CHARTER' THEN jsonb_build_object('rules', (
            SELECT jsonb_agg(jsonb_build_object('matter', m,
                'quorumPerMillion', b.new_quorum_per_million,
                'thresholdPerMillion', b.new_threshold_per_million,
                'ballotMinimum', 'PT' || b.new_ballot_minimum_seconds || 'S'))
            FROM unnest(ARRAY ['PURPOSE', 'RULES', 'MEMBERSHIP', 'OFFICES', 'MONEY', 'STAGE',
                'QUESTION']) m)) END));
-- What was counted stays with the ballot, in votes.
UPDATE proposal b SET tally = (
    SELECT jsonb_build_object('yes', count(*) FILTER (WHERE choice = 'YES'),
               'no', count(*) FILTER (WHERE choice = 'NO'),
               'abstain', count(*) FILTER (WHERE choice = 'ABSTAIN'),
               'block', 0, 'electorate', count(*) FILTER (WHERE left_at IS NULL))
    FROM elector e WHERE e.alliance_id = b.alliance_id AND e.proposal_id = b.id)
WHERE state <> 'OPEN';
DROP INDEX proposal_one_on_the_charter;
ALTER TABLE proposal
    ALTER COLUMN content DROP DEFAULT,
    ALTER COLUMN matter SET NOT NULL,
    ALTER COLUMN rulebook_version SET NOT NULL,
    ALTER COLUMN opens_at DROP NOT NULL,
    ALTER COLUMN closes_at DROP NOT NULL,
    ALTER COLUMN standings_as_of DROP NOT NULL,
    DROP COLUMN charter_version,
    DROP COLUMN deadline,
    DROP COLUMN deadline_before,
    DROP COLUMN words,
    DROP COLUMN new_quorum_per_million,
    DROP COLUMN new_threshold_per_million,
    DROP COLUMN new_ballot_minimum_seconds,
    ADD FOREIGN KEY (alliance_id, rulebook_version) REFERENCES rulebook,
    ADD CONSTRAINT proposal_state_check CHECK (state IN ('DIALOGUE', 'OPEN', 'ADOPTED', 'REJECTED',
        'NO_QUORUM', 'WITHDRAWN', 'EXPIRED')),
    -- What was never voted on has no times of a ballot, and the other way round.
    ADD CONSTRAINT proposal_ballot_check CHECK (
        num_nulls(opens_at, closes_at, standings_as_of)
            = CASE WHEN state IN ('DIALOGUE', 'WITHDRAWN', 'EXPIRED') THEN 3 ELSE 0 END),
    ADD CONSTRAINT proposal_tally_check CHECK (
        (tally IS NOT NULL) = (state IN ('ADOPTED', 'REJECTED', 'NO_QUORUM'))),
    ADD CONSTRAINT proposal_dialogue_check CHECK (
        dialogue_from IS NOT NULL OR state NOT IN ('DIALOGUE', 'WITHDRAWN', 'EXPIRED'));
CREATE UNIQUE INDEX proposal_one_on_the_rules ON proposal (alliance_id)
    WHERE state = 'OPEN' AND kind = 'CHANGE_RULES';
DROP TABLE charter;

-- An elector is a firm, or a person; weights are millionths of a vote.
ALTER TABLE vote DROP CONSTRAINT vote_alliance_id_proposal_id_organization_id_fkey,
    DROP CONSTRAINT vote_alliance_id_proposal_id_organization_id_version_key;
ALTER TABLE need DROP CONSTRAINT need_alliance_id_proposal_id_organization_id_fkey;
DROP INDEX need_by_elector;
ALTER TABLE elector
    DROP CONSTRAINT elector_pkey,
    DROP CONSTRAINT elector_choice_check,
    ADD COLUMN voter_id   uuid,
    ADD COLUMN person_id  uuid,
    ADD COLUMN weight     int NOT NULL DEFAULT 1000000 CHECK (weight BETWEEN 1 AND 1000000),
    ADD COLUMN reason     text CHECK (length(reason) BETWEEN 1 AND 2000),
    ADD COLUMN recused_at timestamptz,
    ADD COLUMN recused_by uuid,
    ADD COLUMN recusal    text CHECK (length(recusal) BETWEEN 1 AND 2000);
UPDATE elector SET voter_id = organization_id;
ALTER TABLE elector
    ALTER COLUMN weight DROP DEFAULT,
    ALTER COLUMN voter_id SET NOT NULL,
    ADD PRIMARY KEY (alliance_id, proposal_id, voter_id),
    ADD CONSTRAINT elector_voter_check CHECK (voter_id = coalesce(person_id, organization_id)),
    ADD CONSTRAINT elector_choice_check CHECK (choice IN ('YES', 'NO', 'ABSTAIN', 'BLOCK')),
    ADD CONSTRAINT elector_recused_check CHECK (
        (recused_at IS NULL) = (recused_by IS NULL) AND (recused_at IS NULL) = (recusal IS NULL)
        AND (recused_at IS NULL OR choice IS NULL));
ALTER TABLE elector DROP CONSTRAINT elector_check;
ALTER TABLE elector ADD CONSTRAINT elector_cast_check CHECK (choice IS NULL OR version > 0);
CREATE INDEX elector_of_person ON elector (alliance_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX elector_of_organization ON elector (alliance_id, organization_id);
ALTER TABLE vote
    ADD COLUMN voter_id uuid,
    ADD COLUMN reason   text CHECK (length(reason) BETWEEN 1 AND 2000),
    DROP CONSTRAINT vote_choice_check;
UPDATE vote SET voter_id = organization_id;
ALTER TABLE vote
    ALTER COLUMN voter_id SET NOT NULL,
    ADD UNIQUE (alliance_id, proposal_id, voter_id, version),
    ADD FOREIGN KEY (alliance_id, proposal_id, voter_id) REFERENCES elector,
    ADD CONSTRAINT vote_choice_check CHECK (choice IN ('YES', 'NO', 'ABSTAIN', 'BLOCK'));
ALTER TABLE need ADD COLUMN voter_id uuid;
UPDATE need SET voter_id = organization_id WHERE proposal_id IS NOT NULL;
ALTER TABLE need
    ADD FOREIGN KEY (alliance_id, proposal_id, voter_id) REFERENCES elector,
    ADD CONSTRAINT need_voter_check CHECK ((voter_id IS NULL) = (proposal_id IS NULL));
CREATE INDEX need_by_elector ON need (alliance_id, proposal_id, voter_id);

-- Weights are millionths of a vote; what is shown is votes.
CREATE FUNCTION votes(weight numeric) RETURNS numeric LANGUAGE sql IMMUTABLE
    RETURN trim_scale(coalesce(weight, 0) / 1000000);

-- Which organizations take part, as membership-service says; the sponsor is one voice among them.
CREATE TABLE organization (
    alliance_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    role        text   NOT NULL CHECK (role IN ('FIRM', 'SPONSOR')),
    version     bigint NOT NULL,
    PRIMARY KEY (alliance_id, id)
);
SELECT secure_tenant_table('organization', 'SELECT, INSERT, UPDATE');

-- What members say in a dialogue.
CREATE TABLE voice (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    proposal_id     uuid        NOT NULL,
    person_id       uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('POSITION', 'CONCERN')),
    words           text        NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
    at              timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal
);
CREATE INDEX voice_by_proposal ON voice (alliance_id, proposal_id, id);
SELECT secure_tenant_table('voice', 'SELECT, INSERT');

-- Reasons, recusals and what was said are words of their own of whoever wrote them.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['elector', 'vote', 'voice']
    LOOP
        EXECUTE format('CREATE POLICY redaction ON %I TO redactor USING (alliance_id = app_alliance())', name);
        EXECUTE format('GRANT SELECT ON %I TO redactor', name);
    END LOOP;
END $$;
GRANT UPDATE (reason, recusal) ON elector TO redactor;
GRANT UPDATE (reason) ON vote TO redactor;
GRANT UPDATE (words) ON voice TO redactor;
GRANT CREATE ON SCHEMA ${service} TO redactor;
SET ROLE redactor;
CREATE OR REPLACE FUNCTION erase_person(erased uuid, with_work boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${service}, pg_temp AS $$
BEGIN
    WITH drafts AS (
        UPDATE purpose SET title = '(erased)', statement = NULL, output = NULL, measure = NULL,
            goal = NULL
        WHERE alliance_id = app_alliance() AND drafted_by = erased AND state = 'DRAFT'
        RETURNING id)
    UPDATE journal j SET payload = j.payload || '{"title": "(erased)"}' FROM drafts d
    WHERE j.alliance_id = app_alliance() AND j.subject = d.id AND j.type = 'purpose.drafted.v1';
    UPDATE check_in SET note = NULL WHERE alliance_id = app_alliance() AND by = erased;
    UPDATE elector SET reason = NULL WHERE alliance_id = app_alliance() AND cast_by = erased;
    UPDATE elector SET recusal = '(erased)' WHERE alliance_id = app_alliance() AND recused_by = erased;
    UPDATE vote SET reason = NULL WHERE alliance_id = app_alliance() AND cast_by = erased;
    UPDATE voice SET words = '(erased)' WHERE alliance_id = app_alliance() AND person_id = erased;
    DELETE FROM standing WHERE alliance_id = app_alliance() AND person_id = erased;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA ${service} FROM redactor;

SELECT secure_tenant_table('rulebook', 'SELECT, INSERT');
ALTER TABLE purpose FORCE ROW LEVEL SECURITY;
ALTER TABLE need FORCE ROW LEVEL SECURITY;
ALTER TABLE vote FORCE ROW LEVEL SECURITY;
ALTER TABLE elector FORCE ROW LEVEL SECURITY;
ALTER TABLE proposal FORCE ROW LEVEL SECURITY;
ALTER TABLE alliance FORCE ROW LEVEL SECURITY;
