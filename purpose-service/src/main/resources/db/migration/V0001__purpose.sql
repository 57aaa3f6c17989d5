-- What membership-service says about an alliance, as far as this service needs it.
CREATE TABLE alliance (
    alliance_id            uuid   PRIMARY KEY,
    time_zone              text   NOT NULL,
    quorum_per_million     int    NOT NULL CHECK (quorum_per_million BETWEEN 0 AND 1000000),
    threshold_per_million  int    NOT NULL CHECK (threshold_per_million BETWEEN 0 AND 1000000),
    ballot_minimum_seconds bigint NOT NULL CHECK (ballot_minimum_seconds >= 0)
);
SELECT secure_tenant_table('alliance', 'SELECT, INSERT, UPDATE');

CREATE TABLE purpose (
    alliance_id uuid        NOT NULL,
    id          uuid        NOT NULL,
    version     bigint      NOT NULL,
    state       text        NOT NULL CHECK (state IN ('DRAFT', 'PROPOSED', 'ACTIVE', 'CLOSED')),
    title       text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    statement   text        CHECK (length(statement) BETWEEN 1 AND 10000),
    output      text        CHECK (length(output) BETWEEN 1 AND 2000),
    measure     text        CHECK (length(measure) BETWEEN 1 AND 2000),
    deadline    date,
    goal        text        CHECK (length(goal) BETWEEN 1 AND 2000),
    drafted_by  uuid        NOT NULL,
    drafted_at  timestamptz NOT NULL,
    ratified_at timestamptz,
    ratified_by uuid,
    PRIMARY KEY (alliance_id, id),
    -- Nothing but an adopted ballot makes a purpose active, and then all four parts are there.
    CHECK (state <> 'ACTIVE' OR (ratified_by IS NOT NULL AND ratified_at IS NOT NULL)),
    CHECK (state IN ('DRAFT', 'CLOSED')
        OR (output IS NOT NULL AND measure IS NOT NULL AND deadline IS NOT NULL AND goal IS NOT NULL))
);
-- One purpose at a time is active or on its way to it.
CREATE UNIQUE INDEX purpose_one_at_a_time ON purpose (alliance_id)
    WHERE state IN ('PROPOSED', 'ACTIVE');
SELECT secure_tenant_table('purpose', 'SELECT, INSERT, UPDATE');

CREATE TABLE proposal (
    alliance_id           uuid        NOT NULL,
    id                    uuid        NOT NULL,
    kind                  text        NOT NULL CHECK (kind = 'RATIFY_PURPOSE'),
    purpose_id            uuid        NOT NULL,
    title                 text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    state                 text        NOT NULL
                          CHECK (state IN ('OPEN', 'ADOPTED', 'REJECTED', 'NO_QUORUM')),
    opened_by             uuid        NOT NULL,
    opens_at              timestamptz NOT NULL,
    closes_at             timestamptz NOT NULL,
    quorum_per_million    int         NOT NULL,
    threshold_per_million int         NOT NULL,
    standings_as_of       timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, purpose_id) REFERENCES purpose,
    CHECK (opens_at < closes_at)
);
CREATE INDEX proposal_by_purpose ON proposal (alliance_id, purpose_id);
SELECT secure_tenant_table('proposal', 'SELECT, INSERT, UPDATE');
ALTER TABLE purpose ADD FOREIGN KEY (alliance_id, ratified_by) REFERENCES proposal;

-- The frozen electorate: one row per firm, with the firm's vote as it stands.
CREATE TABLE elector (
    alliance_id     uuid   NOT NULL,
    proposal_id     uuid   NOT NULL,
    organization_id uuid   NOT NULL,
    version         bigint NOT NULL,
    choice          text   CHECK (choice IN ('YES', 'NO', 'ABSTAIN')),
    cast_by         uuid,
    cast_at         timestamptz,
    PRIMARY KEY (alliance_id, proposal_id, organization_id),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal,
    CHECK ((choice IS NULL) = (version = 0)),
    CHECK ((choice IS NULL) = (cast_by IS NULL) AND (choice IS NULL) = (cast_at IS NULL))
);
SELECT secure_tenant_table('elector', 'SELECT, INSERT, UPDATE');

-- Every vote that was cast, also those that a later one of the same firm replaced.
CREATE TABLE vote (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    proposal_id     uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    version         bigint      NOT NULL,
    choice          text        NOT NULL CHECK (choice IN ('YES', 'NO', 'ABSTAIN')),
    cast_by         uuid        NOT NULL,
    cast_at         timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    UNIQUE (alliance_id, proposal_id, organization_id, version),
    FOREIGN KEY (alliance_id, proposal_id, organization_id) REFERENCES elector
);
SELECT secure_tenant_table('vote', 'SELECT, INSERT');

-- Whose vote is awaited, so that it can be said when it no longer is.
CREATE TABLE need (
    alliance_id     uuid    NOT NULL,
    id              uuid    NOT NULL,
    proposal_id     uuid    NOT NULL,
    organization_id uuid    NOT NULL,
    person_id       uuid    NOT NULL,
    open            boolean NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, proposal_id, organization_id) REFERENCES elector
);
CREATE INDEX need_by_elector ON need (alliance_id, proposal_id, organization_id);
SELECT secure_tenant_table('need', 'SELECT, INSERT, UPDATE');

CREATE TABLE goal (
    alliance_id uuid        NOT NULL,
    id          uuid        NOT NULL,
    purpose_id  uuid        NOT NULL,
    title       text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    unit        text        NOT NULL CHECK (length(unit) BETWEEN 1 AND 40),
    baseline    numeric     NOT NULL,
    target      numeric     NOT NULL CHECK (target <> baseline),
    stretch     numeric,
    due         date        NOT NULL,
    owner       uuid        NOT NULL,
    set_by      uuid        NOT NULL,
    set_at      timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, purpose_id) REFERENCES purpose
);
CREATE INDEX goal_by_purpose ON goal (alliance_id, purpose_id);
SELECT secure_tenant_table('goal', 'SELECT, INSERT');

CREATE TABLE check_in (
    alliance_id uuid        NOT NULL,
    id          uuid        NOT NULL,
    goal_id     uuid        NOT NULL,
    value       numeric     NOT NULL,
    "on"        date        NOT NULL,
    note        text        CHECK (length(note) BETWEEN 1 AND 2000),
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, goal_id) REFERENCES goal
);
CREATE INDEX check_in_by_goal ON check_in (alliance_id, goal_id, "on", id);
SELECT secure_tenant_table('check_in', 'SELECT, INSERT');
