-- A firm leaves as a whole, at once or on a day that it has said.
ALTER TABLE organization ADD COLUMN leaves_at timestamptz;
GRANT UPDATE (leaves_at) ON organization TO membership;

-- With which fact of a firm's leaving a membership ended, and when its person was told by mail.
ALTER TABLE membership
    ADD COLUMN left_with uuid,
    ADD COLUMN told_at   timestamptz;

-- The directory of a firm that has left is neither heard nor kept.
GRANT DELETE ON scim_token TO membership;
