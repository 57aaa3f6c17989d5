-- Every index of a tenant begins with alliance_id, and three of this table's hold the id too. While
-- the table has no statistics they all cost the same, and of equals the planner takes the one that
-- was made last. A foreign key's check keeps its plan, so each acknowledgement of a history went
-- through the alliance's whole index of authors. The key is now made last, and so taken.
ALTER TABLE acknowledgement DROP CONSTRAINT acknowledgement_alliance_id_contribution_id_fkey;
ALTER TABLE refusal DROP CONSTRAINT refusal_alliance_id_contribution_id_fkey;
ALTER TABLE contribution DROP CONSTRAINT contribution_pkey;
ALTER TABLE contribution ADD PRIMARY KEY (alliance_id, id);
ALTER TABLE acknowledgement ADD FOREIGN KEY (alliance_id, contribution_id)
    REFERENCES contribution (alliance_id, id);
ALTER TABLE refusal ADD FOREIGN KEY (alliance_id, contribution_id)
    REFERENCES contribution (alliance_id, id);
