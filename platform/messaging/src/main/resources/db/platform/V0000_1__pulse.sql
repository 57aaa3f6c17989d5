-- Up to when this service has kept what membership-service said, by partition of its topic. Each instance
-- hears some of the partitions and reads here of the others. Not logged: after a crash or a restored backup
-- it is heard anew.
CREATE UNLOGGED TABLE pulse (
    partition smallint    PRIMARY KEY,
    sent_at   timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON pulse TO ${service};
