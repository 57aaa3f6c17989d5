-- Who votes for a firm while one of its delegates is away: a copy of what membership-service says,
-- whole and by version.
CREATE TABLE deputy (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    delegate_id     uuid        NOT NULL,
    person_id       uuid        NOT NULL,
    from_at         timestamptz NOT NULL,
    until_at        timestamptz NOT NULL,
    state           text        NOT NULL
                    CHECK (state IN ('NAMED', 'ACCEPTED', 'DECLINED', 'ENDED')),
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id)
);
CREATE INDEX deputy_by_person ON deputy (alliance_id, person_id) WHERE state = 'ACCEPTED';
SELECT secure_tenant_table('deputy', 'SELECT, INSERT, UPDATE');
