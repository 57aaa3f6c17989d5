-- Which purpose a goal serves, and whether that one is over: then nothing more is given to it.
ALTER TABLE goal ADD COLUMN purpose_id uuid;
ALTER TABLE goal ADD COLUMN closed boolean NOT NULL DEFAULT false;
