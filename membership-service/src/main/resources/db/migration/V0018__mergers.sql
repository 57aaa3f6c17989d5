-- Two firms of an alliance become one: proposed by an administrator of the one that goes on as the
-- other, accepted or declined by one of that other. How long it stands is read from the time.
CREATE TABLE merger (
    alliance_id uuid        NOT NULL,
    id          uuid        NOT NULL,
    from_id     uuid        NOT NULL,
    into_id     uuid        NOT NULL,
    proposed_by uuid        NOT NULL,
    state       text        NOT NULL
                CHECK (state IN ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    proposed_at timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    answered_by uuid,
    answered_at timestamptz,
    version     bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, from_id) REFERENCES organization (alliance_id, id),
    FOREIGN KEY (alliance_id, into_id) REFERENCES organization (alliance_id, id),
    CHECK (from_id <> into_id),
    CHECK ((state = 'PROPOSED') = (answered_at IS NULL)),
    CHECK ((answered_by IS NULL) = (answered_at IS NULL))
);
CREATE INDEX merger_by_from ON merger (alliance_id, from_id, id DESC);
CREATE INDEX merger_by_into ON merger (alliance_id, into_id, id DESC);
SELECT secure_tenant_table('merger', 'SELECT, INSERT, UPDATE');
