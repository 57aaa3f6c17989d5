-- A person moves from firm to firm inside an alliance: the new firm offers, the person agrees with
-- the login that is the person here, and takes the offer up through the new firm's way in. code_hash
-- is the hash of what ties both logins together; it is told once.
CREATE TABLE move (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    person_id       uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    offered_by      uuid        NOT NULL,
    reason          text        NOT NULL CHECK (char_length(reason) BETWEEN 20 AND 2000),
    state           text        NOT NULL CHECK (state IN ('OFFERED', 'ACCEPTED', 'DECLINED')),
    offered_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    code_hash       bytea       CHECK (length(code_hash) = 32),
    answered_at     timestamptz,
    from_id         uuid,
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id),
    FOREIGN KEY (alliance_id, from_id) REFERENCES organization (alliance_id, id),
    FOREIGN KEY (alliance_id, person_id) REFERENCES membership (alliance_id, person_id),
    CHECK ((state = 'OFFERED') = (answered_at IS NULL)),
    CHECK ((state = 'ACCEPTED') = (from_id IS NOT NULL))
);
CREATE INDEX move_by_person ON move (alliance_id, person_id, id DESC);
CREATE INDEX move_by_organization ON move (alliance_id, organization_id, id DESC);
SELECT secure_tenant_table('move', 'SELECT, INSERT, UPDATE');

-- Who stands in for a delegate during a dated absence: named by the delegate, taken up by the
-- deputy. Whether a deputy may vote is decided where votes are cast.
CREATE TABLE deputy (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    delegate_id     uuid        NOT NULL,
    person_id       uuid        NOT NULL CHECK (person_id <> delegate_id),
    from_at         timestamptz NOT NULL,
    until_at        timestamptz NOT NULL CHECK (until_at > from_at),
    state           text        NOT NULL
                    CHECK (state IN ('NAMED', 'ACCEPTED', 'DECLINED', 'ENDED')),
    named_at        timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id),
    FOREIGN KEY (alliance_id, delegate_id) REFERENCES membership (alliance_id, person_id),
    FOREIGN KEY (alliance_id, person_id) REFERENCES membership (alliance_id, person_id)
);
CREATE INDEX deputy_by_organization ON deputy (alliance_id, organization_id, id DESC);
CREATE INDEX deputy_by_delegate ON deputy (alliance_id, delegate_id, state);
SELECT secure_tenant_table('deputy', 'SELECT, INSERT, UPDATE');

-- Across alliances a person sees where the present login stands, for /api/me: a login of an earlier
-- firm shows nothing any more.
CREATE POLICY own ON standing FOR SELECT TO membership
    USING (issuer = (SELECT nullif(current_setting('app.issuer', true), ''))
       AND subject = (SELECT nullif(current_setting('app.subject', true), '')));
