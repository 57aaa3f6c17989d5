-- Firms are bodies: they have administrators of their own, seats, and an end.

-- The owner of the tables is behind the wall, too; only this migration looks over it.
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;

ALTER TABLE organization
    ADD COLUMN seats   int         CHECK (seats BETWEEN 1 AND 100000),
    ADD COLUMN left_at timestamptz,
    ADD COLUMN version bigint      NOT NULL DEFAULT 1;
GRANT UPDATE (name, short_name, colour, seats, left_at, version) ON organization TO membership;

-- Whoever answered for a firm until now administers it, too.
ALTER TABLE membership ADD COLUMN administrator boolean NOT NULL DEFAULT false;
UPDATE membership SET administrator = delegate;

ALTER TABLE invitation
    DROP CONSTRAINT invitation_state_check,
    ADD CONSTRAINT invitation_state_check
        CHECK (state IN ('SENT', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'));
CREATE INDEX invitation_by_organization ON invitation (alliance_id, organization_id, state);

ALTER TABLE membership FORCE ROW LEVEL SECURITY;
