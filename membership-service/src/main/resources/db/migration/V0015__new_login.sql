-- A member goes on with a login of the firm's own provider: the present login is told a code, of
-- which the hash lies here; of each member the newest alone.
CREATE TABLE new_login (
    alliance_id     uuid        NOT NULL,
    person_id       uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    command         uuid        NOT NULL,
    code_hash       bytea       NOT NULL CHECK (length(code_hash) = 32),
    asked_at        timestamptz NOT NULL,
    until           timestamptz NOT NULL,
    taken_at        timestamptz,
    PRIMARY KEY (alliance_id, person_id),
    FOREIGN KEY (alliance_id, person_id) REFERENCES membership (alliance_id, person_id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id)
);
CREATE UNIQUE INDEX new_login_by_code ON new_login (alliance_id, code_hash);
SELECT secure_tenant_table('new_login', 'SELECT, INSERT, UPDATE');
