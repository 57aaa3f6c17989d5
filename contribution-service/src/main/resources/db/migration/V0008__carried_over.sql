-- An alliance can come from another one; authors bring their own along, and nobody else does. What is
-- brought is history here: it names where it came from, and nothing follows from it.
ALTER TABLE alliance ADD COLUMN parent uuid;
ALTER TABLE contribution
    ADD COLUMN origin_alliance     uuid,
    ADD COLUMN origin_contribution uuid,
    ADD CONSTRAINT contribution_origin_check CHECK (
        (origin_alliance IS NULL) = (origin_contribution IS NULL)
        AND (origin_alliance IS NULL
             OR (state = 'HISTORICAL' AND organization_id IS NOT NULL)));
