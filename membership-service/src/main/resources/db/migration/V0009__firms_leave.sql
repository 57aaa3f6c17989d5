-- A firm leaves as a whole, at once or on a day that it has said.
ALTER TABLE organization ADD COLUMN leaves_at timestamptz;
GRANT UPDATE (leaves_at) ON organization TO membership;

-- With which fact of a firm's leaving a membership ended, and when its person was told by mail.
ALTER TABLE membership
    ADD COLUMN left_with uuid,
    ADD COLUMN told_at   timestamptz;

-- The directory of a firm that has left is neither heard nor kept.
GRANT DELETE ON scim_token TO membership;

-- Who was a member may stay in touch, if both want it (claim B19): the person and the alliance. It
-- is about one ending: after a return and another leaving both are asked anew.
CREATE TABLE alumnus (
    alliance_id uuid        NOT NULL,
    person_id   uuid        NOT NULL,
    ended_at    timestamptz NOT NULL,
    wanted      boolean     NOT NULL,
    welcomed    boolean     NOT NULL,
    changed_at  timestamptz NOT NULL,
    version     bigint      NOT NULL,
    PRIMARY KEY (alliance_id, person_id),
    FOREIGN KEY (alliance_id, person_id) REFERENCES membership (alliance_id, person_id)
);
SELECT secure_tenant_table('alumnus', 'SELECT, INSERT, UPDATE');

-- A former member reads across alliances what was said of the own tie.
CREATE POLICY own ON alumnus FOR SELECT TO membership
    USING (person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));
