-- A firm that leaves before it has voted on an open ballot is not waited for: it leaves the
-- denominator. A vote that was cast counts.
ALTER TABLE elector
    ADD COLUMN left_at timestamptz,
    ADD CONSTRAINT elector_left_without_vote CHECK (left_at IS NULL OR choice IS NULL);
