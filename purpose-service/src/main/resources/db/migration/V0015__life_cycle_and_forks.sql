-- How far an alliance has come, other words for its purpose, and what is founded for another one.

-- The owner of the tables is behind the wall, too; only this migration looks over it.
ALTER TABLE alliance NO FORCE ROW LEVEL SECURITY;

-- Every alliance begins as a network; nothing but a decision of the members leads on, or back.
CREATE TABLE stage (
    alliance_id uuid        NOT NULL,
    version     bigint      NOT NULL CHECK (version >= 1),
    stage       text        NOT NULL
        CHECK (stage IN ('NETWORK', 'FORMING', 'COMMUNITY', 'MATURE', 'CLOSED')),
    since       timestamptz NOT NULL,
    decided_by  uuid,
    words       text CHECK (length(words) BETWEEN 1 AND 2000),
    PRIMARY KEY (alliance_id, version),
    FOREIGN KEY (alliance_id, decided_by) REFERENCES proposal,
    CHECK ((version = 1) = (decided_by IS NULL)),
    CHECK ((version = 1) = (words IS NULL))
);
INSERT INTO stage
SELECT alliance_id, 1, 'NETWORK', coalesce(uuid_extract_timestamp(alliance_id), now()), NULL, NULL
FROM alliance;

-- One stage at a time is voted on.
CREATE UNIQUE INDEX proposal_one_on_the_stage ON proposal (alliance_id)
    WHERE state = 'OPEN' AND kind = 'CHANGE_STAGE';

-- What an alliance needs at a gate, or takes as a window, where that is not what is usual.
CREATE TABLE threshold (
    alliance_id uuid NOT NULL,
    name        text NOT NULL CHECK (name IN ('DRAFT_PURPOSE', 'FIRMS', 'ACTIVE_PURPOSE',
        'MUTUAL_TIES', 'CHECKED_GOALS', 'REVIEWED_RULES', 'MORE_MUTUAL_TIES',
        'ANSWERED_CONTRIBUTIONS', 'WORDING_WINDOW_SECONDS')),
    value       int  NOT NULL CHECK (value >= 1),
    PRIMARY KEY (alliance_id, name)
);

-- Heard from contribution-service: who has answered whom, and how much of what was given.
CREATE TABLE tie (
    alliance_id uuid NOT NULL,
    author_id   uuid NOT NULL,
    answered_by uuid NOT NULL,
    PRIMARY KEY (alliance_id, author_id, answered_by)
);
CREATE TABLE given (
    alliance_id     uuid    NOT NULL,
    contribution_id uuid    NOT NULL,
    answered        boolean NOT NULL,
    PRIMARY KEY (alliance_id, contribution_id)
);

-- What a purpose has said in words: version 1 is what was ratified.
CREATE TABLE purpose_text (
    alliance_id uuid        NOT NULL,
    purpose_id  uuid        NOT NULL,
    version     int         NOT NULL CHECK (version >= 1),
    title       text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    statement   text CHECK (length(statement) BETWEEN 1 AND 10000),
    output      text CHECK (length(output) BETWEEN 1 AND 2000),
    measure     text CHECK (length(measure) BETWEEN 1 AND 2000),
    goal        text CHECK (length(goal) BETWEEN 1 AND 2000),
    since       timestamptz NOT NULL,
    fix_id      uuid,
    PRIMARY KEY (alliance_id, purpose_id, version),
    FOREIGN KEY (alliance_id, purpose_id) REFERENCES purpose,
    CHECK ((version = 1) = (fix_id IS NULL))
);

-- Other words for an active purpose: in force when their window is over and nobody called them major.
CREATE TABLE wording_fix (
    alliance_id      uuid        NOT NULL,
    id               uuid        NOT NULL,
    purpose_id       uuid        NOT NULL,
    follows          int         NOT NULL,
    title            text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    statement        text CHECK (length(statement) BETWEEN 1 AND 10000),
    output           text CHECK (length(output) BETWEEN 1 AND 2000),
    measure          text CHECK (length(measure) BETWEEN 1 AND 2000),
    goal             text CHECK (length(goal) BETWEEN 1 AND 2000),
    reason           text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    proposed_by      uuid        NOT NULL,
    proposed_at      timestamptz NOT NULL,
    until_at         timestamptz NOT NULL,
    state            text        NOT NULL
        CHECK (state IN ('OPEN', 'IN_FORCE', 'CHALLENGED', 'LAPSED')),
    settled_at       timestamptz,
    challenged_by    uuid,
    challenge_reason text CHECK (length(challenge_reason) BETWEEN 1 AND 2000),
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, purpose_id, follows) REFERENCES purpose_text,
    CHECK (proposed_at < until_at),
    CHECK ((state = 'OPEN') = (settled_at IS NULL)),
    CHECK ((state = 'CHALLENGED') = (challenged_by IS NOT NULL)),
    CHECK (challenge_reason IS NULL OR challenged_by IS NOT NULL)
);
CREATE UNIQUE INDEX wording_fix_one_at_a_time ON wording_fix (alliance_id, purpose_id)
    WHERE state = 'OPEN';
ALTER TABLE purpose_text ADD FOREIGN KEY (alliance_id, fix_id) REFERENCES wording_fix;

-- Another community for another purpose, prepared by one who would found it, with whom it affects.
CREATE TABLE fork (
    alliance_id uuid        NOT NULL,
    id          uuid        NOT NULL,
    purpose_id  uuid        NOT NULL,
    changes     text[]      NOT NULL,
    title       text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    statement   text CHECK (length(statement) BETWEEN 1 AND 10000),
    output      text CHECK (length(output) BETWEEN 1 AND 2000),
    measure     text CHECK (length(measure) BETWEEN 1 AND 2000),
    deadline    date,
    goal        text CHECK (length(goal) BETWEEN 1 AND 2000),
    audience    text CHECK (length(audience) BETWEEN 1 AND 2000),
    eligibility text CHECK (length(eligibility) BETWEEN 1 AND 2000),
    reason      text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    prepared_by uuid        NOT NULL,
    prepared_at timestamptz NOT NULL,
    impact      jsonb       NOT NULL,
    founded_as  uuid,
    founded_at  timestamptz,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, purpose_id) REFERENCES purpose,
    CHECK ((founded_as IS NULL) = (founded_at IS NULL))
);

-- Of an alliance that was founded for another purpose: what it came from.
CREATE TABLE lineage (
    alliance_id uuid        NOT NULL,
    parent      uuid        NOT NULL,
    purpose_id  uuid        NOT NULL,
    fork_id     uuid        NOT NULL,
    since       timestamptz NOT NULL,
    PRIMARY KEY (alliance_id)
);

SELECT secure_tenant_table('stage', 'SELECT, INSERT');
SELECT secure_tenant_table('threshold', 'SELECT');
SELECT secure_tenant_table('tie', 'SELECT, INSERT');
SELECT secure_tenant_table('given', 'SELECT, INSERT, UPDATE');
SELECT secure_tenant_table('purpose_text', 'SELECT, INSERT');
SELECT secure_tenant_table('wording_fix', 'SELECT, INSERT, UPDATE');
SELECT secure_tenant_table('fork', 'SELECT, INSERT, UPDATE');
SELECT secure_tenant_table('lineage', 'SELECT, INSERT');

-- Words of one person that nothing was decided upon go with the person; so do reasons. Words whose
-- window is open lapse at its end. What became a purpose's text is the alliance's, and so is who was affected by what was prepared.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['wording_fix', 'fork', 'proposal', 'proposal_text']
    LOOP
        EXECUTE format('CREATE POLICY redaction ON %I TO redactor USING (alliance_id = app_alliance())', name);
        EXECUTE format('GRANT SELECT ON %I TO redactor', name);
    END LOOP;
END $$;
GRANT UPDATE (title, statement, output, measure, goal, reason, challenge_reason)
    ON wording_fix TO redactor;
GRANT UPDATE (title, statement, output, measure, goal, audience, eligibility, reason)
    ON fork TO redactor;
GRANT UPDATE (title, content) ON proposal TO redactor;
GRANT UPDATE (title, content) ON proposal_text TO redactor;

GRANT CREATE ON SCHEMA ${service} TO redactor;
SET LOCAL ROLE redactor;
-- What a proposal says, or a text of it, without a word: what it would do can still be read.
CREATE FUNCTION without_words(content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN content - ARRAY ['statement', 'output', 'measure', 'goal']
    || CASE WHEN content ? 'words' THEN '{"words": "(erased)"}'::jsonb ELSE '{}' END
    || CASE WHEN content -> 'question' -> 'options' IS NULL THEN '{}'
        ELSE jsonb_build_object('question', content -> 'question' || jsonb_build_object('options', (
            SELECT jsonb_agg(option - 'description'
                || jsonb_build_object('title', '(erased) ' || place) ORDER BY place)
            FROM jsonb_array_elements(content -> 'question' -> 'options')
                WITH ORDINALITY o (option, place)))) END
    #- '{question,about}';

-- Of what came to no vote all is its author's; of what did, the texts that nobody voted on.
CREATE FUNCTION erase_words_proposed(erased uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${service}, pg_temp AS $$
DECLARE
    unvoted text[] := ARRAY ['DIALOGUE', 'WITHDRAWN', 'EXPIRED'];
    proposals uuid[];
BEGIN
    WITH texts AS (
        UPDATE proposal_text t SET title = '(erased)', content = without_words(t.content)
        FROM proposal p
        WHERE t.alliance_id = app_alliance() AND t.by = erased
          AND p.alliance_id = t.alliance_id AND p.id = t.proposal_id
          AND (p.state = ANY (unvoted) OR t.version < (SELECT max(l.version) FROM proposal_text l
              WHERE l.alliance_id = t.alliance_id AND l.proposal_id = t.proposal_id))
        RETURNING p.id)
    SELECT array_agg(DISTINCT id) INTO proposals FROM texts;
    WITH said AS (
        UPDATE proposal p SET title = '(erased)', content = without_words(p.content)
        WHERE p.alliance_id = app_alliance() AND p.state = ANY (unvoted)
          AND (p.opened_by = erased OR p.id = ANY (proposals) AND EXISTS (
              SELECT FROM proposal_text l WHERE l.alliance_id = p.alliance_id
                AND l.proposal_id = p.id AND l.by = erased AND l.version = (
                    SELECT max(n.version) FROM proposal_text n
                    WHERE n.alliance_id = p.alliance_id AND n.proposal_id = p.id)))
        RETURNING p.id)
    SELECT array_cat(proposals, array_agg(id)) INTO proposals FROM said;
    UPDATE journal j SET payload = j.payload || '{"title": "(erased)"}'
    FROM proposal p
    WHERE j.alliance_id = app_alliance() AND j.payload ? 'title'
      AND p.alliance_id = j.alliance_id AND p.id = ANY (proposals)
      AND coalesce(j.payload ->> 'proposal', j.payload -> 'link' ->> 'id') = p.id::text
      AND j.payload ->> 'title' <> p.title;
END $$;
REVOKE EXECUTE ON FUNCTION without_words, erase_words_proposed FROM PUBLIC;

CREATE FUNCTION erase_words_on_change(erased uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${service}, pg_temp AS $$
BEGIN
    UPDATE wording_fix SET reason = '(erased)'
    WHERE alliance_id = app_alliance() AND proposed_by = erased;
    UPDATE wording_fix SET challenge_reason = NULL
    WHERE alliance_id = app_alliance() AND challenged_by = erased;
    WITH fixes AS (
        UPDATE wording_fix SET title = '(erased)', statement = NULL, output = NULL,
            measure = NULL, goal = NULL
        WHERE alliance_id = app_alliance() AND proposed_by = erased
          AND state <> 'IN_FORCE'
        RETURNING id)
    UPDATE journal j SET payload = j.payload || '{"title": "(erased)"}' FROM fixes f
    WHERE j.alliance_id = app_alliance() AND j.subject = f.id;
    WITH forks AS (
        UPDATE fork SET title = '(erased)', statement = NULL, output = NULL, measure = NULL,
            goal = NULL, audience = NULL, eligibility = NULL, reason = '(erased)'
        WHERE alliance_id = app_alliance() AND prepared_by = erased
        RETURNING id)
    UPDATE journal j SET payload = j.payload || '{"title": "(erased)"}' FROM forks f
    WHERE j.alliance_id = app_alliance() AND j.subject = f.id;
END $$;
REVOKE EXECUTE ON FUNCTION erase_words_on_change FROM PUBLIC;

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
    PERFORM erase_words_on_change(erased);
    PERFORM erase_words_proposed(erased);
    DELETE FROM standing WHERE alliance_id = app_alliance() AND person_id = erased;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA ${service} FROM redactor;

ALTER TABLE alliance FORCE ROW LEVEL SECURITY;
