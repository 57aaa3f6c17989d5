CREATE TABLE journal (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    PRIMARY KEY (alliance_id, id)
) PARTITION BY RANGE (id);
CREATE TABLE journal_all PARTITION OF journal DEFAULT;
GRANT SELECT, INSERT ON journal TO membership;
ALTER PUBLICATION commonweal_journal ADD TABLE journal;
