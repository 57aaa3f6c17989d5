-- An alliance that was founded for another purpose knows what it came from; the one it came from stays.
ALTER TABLE alliance
    ADD COLUMN parent         uuid,
    ADD COLUMN parent_purpose uuid,
    ADD COLUMN parent_fork    uuid,
    ADD CONSTRAINT alliance_lineage_check
        CHECK (num_nonnulls(parent, parent_purpose, parent_fork) IN (0, 3));

-- What purpose-service says was prepared: each is founded by whoever prepared it, and once.
CREATE TABLE prepared_fork (
    alliance_id uuid NOT NULL,
    id          uuid NOT NULL,
    purpose_id  uuid NOT NULL,
    prepared_by uuid NOT NULL,
    founded_as  uuid,
    PRIMARY KEY (alliance_id, id)
);
SELECT secure_tenant_table('prepared_fork', 'SELECT, INSERT, UPDATE');
