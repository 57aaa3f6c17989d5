-- A guest's standing is neither ACTIVE nor ENDED: what is written for members finds no guest, and
-- only a query that names guests lets them in, to the one call that they are bound to.
ALTER TABLE standing ADD COLUMN call uuid;
ALTER TABLE standing DROP CONSTRAINT standing_state_check;
ALTER TABLE standing ADD CONSTRAINT standing_state_check CHECK (state IN ('ACTIVE', 'GUEST', 'ENDED'));
ALTER TABLE standing ADD CONSTRAINT standing_call_check CHECK (state <> 'GUEST' OR call IS NOT NULL);
