-- Our copies of other services' facts.

-- The alliance's own limit for an answer, and whether its founder may import a history.
CREATE TABLE alliance (
    alliance_id             uuid    PRIMARY KEY,
    acknowledgement_seconds bigint  NOT NULL CHECK (acknowledgement_seconds > 0),
    founder                 uuid    NOT NULL,
    history                 boolean NOT NULL
);
SELECT secure_tenant_table('alliance', 'SELECT, INSERT, UPDATE');

CREATE TABLE goal (
    alliance_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    title       text   NOT NULL,
    owner_id    uuid   NOT NULL,
    version     bigint NOT NULL,
    PRIMARY KEY (alliance_id, id)
);
SELECT secure_tenant_table('goal', 'SELECT, INSERT, UPDATE');

-- What was given. goal_id and acknowledge_by are absent on imported history alone; answered_by is
-- the human answer without which no state is terminal.
CREATE TABLE contribution (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    goal_id         uuid,
    kind            text        NOT NULL CHECK (kind IN ('PIECE', 'QUESTION', 'ANSWER', 'HELP')),
    title           text        NOT NULL CHECK (char_length(title) <= 500),
    body            text        NOT NULL CHECK (char_length(body) <= 20000),
    author_id       uuid        NOT NULL,
    organization_id uuid,
    state           text        NOT NULL CHECK (state IN ('OPEN', 'ACKNOWLEDGED', 'DECLINED', 'HISTORICAL')),
    submitted_at    timestamptz NOT NULL,
    acknowledge_by  timestamptz,
    reminded_at     timestamptz,
    escalated_at    timestamptz,
    answered_by     uuid,
    answered_organization uuid,
    answered_at     timestamptz,
    external_id     text        CHECK (char_length(external_id) <= 200),
    area            text        CHECK (char_length(area) <= 200),
    -- Imported history: an acknowledgement of another organization has been seen.
    answered_by_another boolean NOT NULL DEFAULT false,
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, goal_id) REFERENCES goal (alliance_id, id),
    CHECK (state = 'HISTORICAL' OR (goal_id IS NOT NULL AND organization_id IS NOT NULL
                                    AND acknowledge_by IS NOT NULL)),
    CHECK (state NOT IN ('ACKNOWLEDGED', 'DECLINED')
           OR (answered_by IS NOT NULL AND answered_at IS NOT NULL
               AND answered_organization IS NOT NULL AND answered_organization <> organization_id))
);
CREATE INDEX contribution_newest ON contribution (alliance_id, submitted_at DESC, id DESC);
CREATE INDEX contribution_of_goal ON contribution (alliance_id, goal_id, submitted_at DESC, id DESC)
    WHERE goal_id IS NOT NULL;
CREATE INDEX contribution_of_author ON contribution (alliance_id, author_id, submitted_at DESC, id DESC);
CREATE INDEX contribution_unanswered ON contribution (alliance_id, submitted_at DESC, id DESC)
    WHERE state = 'OPEN';
CREATE INDEX contribution_title ON contribution USING gin (alliance_id, title gin_trgm_ops);
SELECT secure_tenant_table('contribution', 'SELECT, INSERT, UPDATE');

-- Several may stand on one contribution; the first by another firm stopped the clock.
CREATE TABLE acknowledgement (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    contribution_id uuid        NOT NULL,
    person_id       uuid        NOT NULL,
    organization_id uuid,
    kind            text        NOT NULL CHECK (char_length(kind) BETWEEN 1 AND 40),
    note            text        CHECK (char_length(note) <= 2000),
    at              timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    UNIQUE (alliance_id, contribution_id, person_id, kind),
    FOREIGN KEY (alliance_id, contribution_id) REFERENCES contribution (alliance_id, id)
);
SELECT secure_tenant_table('acknowledgement', 'SELECT, INSERT');

CREATE TABLE refusal (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    contribution_id uuid        NOT NULL,
    person_id       uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    reason          text        NOT NULL CHECK (char_length(reason) BETWEEN 10 AND 2000),
    at              timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    UNIQUE (alliance_id, contribution_id),
    FOREIGN KEY (alliance_id, contribution_id) REFERENCES contribution (alliance_id, id)
);
SELECT secure_tenant_table('refusal', 'SELECT, INSERT');

-- Needed of one person: our own needs and those that other services say.
CREATE TABLE need (
    alliance_id uuid        NOT NULL,
    id          uuid        NOT NULL,
    person_id   uuid        NOT NULL,
    service     text        NOT NULL,
    why         text        NOT NULL CHECK (char_length(why) BETWEEN 1 AND 200),
    title       text        NOT NULL,
    due         timestamptz,
    link_kind   text        NOT NULL,
    link_id     uuid        NOT NULL,
    opened_at   timestamptz NOT NULL,
    closed_at   timestamptz,
    PRIMARY KEY (alliance_id, id)
);
CREATE INDEX need_open ON need (alliance_id, person_id, due, opened_at) WHERE closed_at IS NULL;
CREATE INDEX need_open_of_link ON need (alliance_id, link_id) WHERE closed_at IS NULL;
SELECT secure_tenant_table('need', 'SELECT, INSERT, UPDATE');

-- What happened, from all services' facts for the whole alliance. A fact's id is the row's id.
CREATE TABLE activity (
    alliance_id     uuid        NOT NULL,
    at              timestamptz NOT NULL,
    id              uuid        NOT NULL,
    type            text        NOT NULL,
    actor_id        uuid,
    organization_id uuid,
    subject         uuid        NOT NULL,
    title           text,
    link_kind       text        NOT NULL,
    link_id         uuid        NOT NULL,
    detail          jsonb       NOT NULL,
    PRIMARY KEY (alliance_id, at, id)
);
SELECT secure_tenant_table('activity', 'SELECT, INSERT');

-- Search in titles. Trigram matching is not leakproof, so under a policy it could not use its index;
-- this one function runs as its owner, for whom alone the two policies below are open. It is audited:
-- it answers only for the alliance of this transaction, and only to an active standing in it.
CREATE POLICY search_reads ON contribution FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY search_reads ON standing FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION search_titles(in_alliance uuid, by_issuer text, by_subject text, words text[],
                              before_at timestamptz, before_id uuid, most int)
    RETURNS SETOF contribution LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = ${service}, public, pg_temp AS $$
DECLARE
    -- The longest word first: it has the most trigrams. What a word holds is taken literally.
    patterns text[] := ARRAY(
        SELECT '%' || regexp_replace(word, '([%_\\])', '\\\1', 'g') || '%'
        FROM unnest(words) word ORDER BY char_length(word) DESC LIMIT 8);
BEGIN
    IF in_alliance IS DISTINCT FROM app_alliance() OR NOT EXISTS (
        SELECT FROM standing me
        WHERE me.alliance_id = in_alliance AND me.issuer = by_issuer AND me.subject = by_subject
          AND me.state = 'ACTIVE') THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT c.* FROM contribution c
        WHERE c.alliance_id = in_alliance
          AND c.title ILIKE patterns[1] AND c.title ILIKE ALL (patterns)
          AND (c.submitted_at, c.id) < (before_at, before_id)
        ORDER BY c.submitted_at DESC, c.id DESC
        LIMIT least(most, 201);
END $$;
REVOKE EXECUTE ON FUNCTION search_titles FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_titles TO ${service};
