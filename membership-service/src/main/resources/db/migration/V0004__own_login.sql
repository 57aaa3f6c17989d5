-- A firm's own login: its proved mail domains, and its provisioning by SCIM.

-- The bearer token with which a firm's directory speaks; only its hash is kept.
CREATE TABLE scim_token (
    alliance_id     uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    hash            bytea       NOT NULL CHECK (length(hash) = 32),
    made_by         uuid        NOT NULL,
    made_at         timestamptz NOT NULL,
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, organization_id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id)
);
SELECT secure_tenant_table('scim_token', 'SELECT, INSERT, UPDATE');

-- Whom a firm's directory names: eligible, never members by it (claim B3). person_id is the member
-- of the firm whom the directory was seen to mean; a later change of address does not lose it.
CREATE TABLE eligible_person (
    alliance_id     uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    id              uuid        NOT NULL,
    user_name       text        NOT NULL CHECK (char_length(user_name) BETWEEN 1 AND 320),
    external_id     text        CHECK (char_length(external_id) <= 320),
    display_name    text        CHECK (char_length(display_name) <= 200),
    email           text        CHECK (char_length(email) <= 320),
    active          boolean     NOT NULL,
    person_id       uuid,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, organization_id, id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id)
);
CREATE UNIQUE INDEX eligible_person_by_name
    ON eligible_person (alliance_id, organization_id, lower(user_name));
SELECT secure_tenant_table('eligible_person', 'SELECT, INSERT, UPDATE, DELETE');

-- When the firm's directory named the member inactive: the standing is over, the membership, its
-- history and its credit are not, and only the directory that ended it can restore it.
ALTER TABLE membership ADD COLUMN suspended_at timestamptz;

-- Inside an alliance its members' logins are read, to know through which provider they came.
CREATE POLICY of_members ON login FOR SELECT TO membership
    USING ((issuer, subject) IN (SELECT issuer, subject FROM standing));
