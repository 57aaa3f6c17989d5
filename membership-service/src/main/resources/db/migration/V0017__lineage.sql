-- What purpose-service says was prepared for another purpose, and by whom: a copy, which Rebuild
-- empties and builds anew.
CREATE TABLE prepared_fork (
    alliance_id uuid NOT NULL,
    id          uuid NOT NULL,
    purpose_id  uuid NOT NULL,
    prepared_by uuid NOT NULL,
    PRIMARY KEY (alliance_id, id)
);
SELECT secure_tenant_table('prepared_fork', 'SELECT, INSERT');

-- Each is founded once: the key is taken by the statement that founds, in the new alliance's scope,
-- so that nothing is used up by what was not founded. Nobody reads it.
CREATE TABLE founded_fork (
    parent      uuid NOT NULL,
    fork        uuid NOT NULL,
    alliance_id uuid NOT NULL,
    CONSTRAINT founded_fork_pkey PRIMARY KEY (parent, fork)
);
ALTER TABLE founded_fork ENABLE ROW LEVEL SECURITY;
ALTER TABLE founded_fork FORCE ROW LEVEL SECURITY;
CREATE POLICY founded ON founded_fork FOR INSERT TO ${service}
    WITH CHECK (alliance_id = (SELECT nullif(current_setting('app.alliance', true), '')::uuid));
GRANT INSERT ON founded_fork TO ${service};
