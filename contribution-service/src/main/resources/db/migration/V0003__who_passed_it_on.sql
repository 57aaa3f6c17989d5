-- Imported history: the people who passed a contribution on, in the order of its line; each with
-- the organization that they did it for, where one is known.
ALTER TABLE contribution ADD COLUMN handled_by jsonb NOT NULL DEFAULT '[]'
    CHECK (jsonb_typeof(handled_by) = 'array' AND jsonb_array_length(handled_by) <= 20);
-- Whether somebody of another organization has answered follows from the acknowledgements.
ALTER TABLE contribution DROP COLUMN answered_by_another;
