-- Who gives a role of the firm to a colleague: offered by who has it, taken up by the colleague's
-- own act. LAPSED is what nobody decided: one of the two has gone.
CREATE TABLE handover (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    from_id         uuid        NOT NULL,
    person_id       uuid        NOT NULL CHECK (person_id <> from_id),
    role            text        NOT NULL CHECK (role IN ('ADMINISTRATOR', 'DELEGATE')),
    state           text        NOT NULL
                    CHECK (state IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
    offered_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id),
    FOREIGN KEY (alliance_id, from_id) REFERENCES membership (alliance_id, person_id),
    FOREIGN KEY (alliance_id, person_id) REFERENCES membership (alliance_id, person_id)
);
-- A role is offered to one at a time.
CREATE UNIQUE INDEX handover_open ON handover (alliance_id, organization_id, from_id, role)
    WHERE state = 'OFFERED';
CREATE INDEX handover_by_person ON handover (alliance_id, person_id, id DESC);
CREATE INDEX handover_by_giver ON handover (alliance_id, from_id, id DESC);
SELECT secure_tenant_table('handover', 'SELECT, INSERT, UPDATE');
CREATE POLICY own ON handover FOR SELECT TO membership
    USING ((SELECT nullif(current_setting('app.person', true), '')::uuid) IN (person_id, from_id));

-- Who said yes for the alliance: the one whom an alumnus can reach. Nobody else has agreed to that.
ALTER TABLE alumnus ADD COLUMN welcomed_by uuid,
    ADD FOREIGN KEY (alliance_id, welcomed_by) REFERENCES membership (alliance_id, person_id);
