-- What every member accepts in person, in versions; a version is never changed, the next one follows.
-- afterwards: what whoever has not accepted it may still do once it is required.
CREATE TABLE agreement_version (
    alliance_id   uuid        NOT NULL REFERENCES alliance,
    agreement_id  uuid        NOT NULL,
    version       bigint      NOT NULL CHECK (version > 0),
    id            uuid        NOT NULL,
    title         text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 120),
    text          text        NOT NULL CHECK (char_length(text) BETWEEN 1 AND 20000),
    changes       text        NOT NULL CHECK (char_length(changes) <= 2000),
    required_from timestamptz NOT NULL,
    afterwards    text        NOT NULL CHECK (afterwards IN ('EVERYTHING', 'READING')),
    written_by    uuid        NOT NULL,
    written_at    timestamptz NOT NULL CHECK (written_at <= required_from),
    PRIMARY KEY (alliance_id, agreement_id, version),
    UNIQUE (alliance_id, id)
);
SELECT secure_tenant_table('agreement_version', 'SELECT, INSERT');

-- Which version, when and who: the person's own act, never undone.
CREATE TABLE agreement_acceptance (
    alliance_id  uuid        NOT NULL,
    person_id    uuid        NOT NULL,
    agreement_id uuid        NOT NULL,
    version      bigint      NOT NULL,
    accepted_by  uuid        NOT NULL CHECK (accepted_by = person_id),
    accepted_at  timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, person_id, agreement_id, version),
    FOREIGN KEY (alliance_id, agreement_id, version)
        REFERENCES agreement_version (alliance_id, agreement_id, version)
);
SELECT secure_tenant_table('agreement_acceptance', 'SELECT, INSERT');
