-- A dialogue has versions of its text, positions on one of them, concerns, and answers to each.
ALTER TABLE proposal NO FORCE ROW LEVEL SECURITY;
CREATE TABLE proposal_text (
    alliance_id uuid        NOT NULL,
    proposal_id uuid        NOT NULL,
    version     int         NOT NULL CHECK (version >= 1),
    title       text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    content     jsonb       NOT NULL,
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, proposal_id, version),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal
);
INSERT INTO proposal_text
SELECT alliance_id, id, 1, title, content, opened_by, coalesce(dialogue_from, opens_at) FROM proposal;
SELECT secure_tenant_table('proposal_text', 'SELECT, INSERT');
ALTER TABLE proposal FORCE ROW LEVEL SECURITY;

ALTER TABLE voice
    ADD COLUMN text_version int NOT NULL DEFAULT 1,
    ADD COLUMN stance       text CHECK (stance IN ('FOR', 'AGAINST', 'UNDECIDED')),
    ADD COLUMN blocking     boolean,
    ADD COLUMN resolved_at  timestamptz,
    ADD COLUMN concern_id   uuid,
    DROP CONSTRAINT voice_kind_check,
    ADD CONSTRAINT voice_kind_check CHECK (kind IN ('POSITION', 'CONCERN', 'ANSWER')),
    ADD FOREIGN KEY (alliance_id, concern_id) REFERENCES voice,
    -- Each kind has what is its own, and no more.
    ADD CONSTRAINT voice_parts_check CHECK (
        (stance IS NOT NULL) = (kind = 'POSITION') AND (blocking IS NOT NULL) = (kind = 'CONCERN')
        AND (concern_id IS NOT NULL) = (kind = 'ANSWER')
        AND (resolved_at IS NULL OR kind = 'CONCERN'));
ALTER TABLE voice ALTER COLUMN text_version DROP DEFAULT;
CREATE INDEX voice_of_concern ON voice (alliance_id, concern_id) WHERE concern_id IS NOT NULL;
GRANT UPDATE (resolved_at) ON voice TO purpose;
