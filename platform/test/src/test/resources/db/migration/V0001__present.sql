-- A small service's table, for the tests of the golden schema.
CREATE TABLE present (
    alliance_id uuid NOT NULL,
    id          uuid NOT NULL,
    gift        text NOT NULL DEFAULT 'book' CHECK (length(gift) < 100),
    PRIMARY KEY (alliance_id, id)
);
SELECT secure_tenant_table('present', 'SELECT, INSERT');
