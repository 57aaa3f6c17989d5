-- The front door of an alliance: versions of its questions, and whether it is open to strangers.
-- Without a row the door is closed.
CREATE TABLE front_door (
    alliance_id uuid        NOT NULL REFERENCES alliance,
    version     bigint      NOT NULL CHECK (version > 0),
    open        boolean     NOT NULL,
    questions   text[]      NOT NULL CHECK (cardinality(questions) <= 10),
    set_by      uuid        NOT NULL,
    set_at      timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, version)
);
SELECT secure_tenant_table('front_door', 'SELECT, INSERT');

-- An accepted application is an offer, and makes nobody a member: offer_id is the invitation that
-- the applicant may take up.
CREATE TABLE application (
    alliance_id       uuid        NOT NULL,
    id                uuid        NOT NULL,
    person_id         uuid        NOT NULL,
    email             text        NOT NULL,
    organization_id   uuid        NOT NULL,
    questions_version bigint      NOT NULL,
    answers           text[]      NOT NULL CHECK (cardinality(answers) <= 10),
    state             text        NOT NULL
                      CHECK (state IN ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    applied_at        timestamptz NOT NULL,
    decided_at        timestamptz,
    decided_by        uuid,
    reason            text,
    offer_id          uuid,
    mailed_at         timestamptz,
    version           bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id),
    FOREIGN KEY (alliance_id, questions_version) REFERENCES front_door (alliance_id, version),
    FOREIGN KEY (alliance_id, offer_id) REFERENCES invitation (alliance_id, id),
    CHECK (state <> 'REFUSED' OR char_length(reason) > 0),
    CHECK ((state = 'ACCEPTED') = (offer_id IS NOT NULL))
);
CREATE UNIQUE INDEX application_open ON application (alliance_id, person_id) WHERE state = 'OPEN';
CREATE INDEX application_by_person ON application (alliance_id, person_id, decided_at);
SELECT secure_tenant_table('application', 'SELECT, INSERT, UPDATE');

-- Who decides on an application reads the applicant's name.
CREATE POLICY applicants ON person FOR SELECT TO membership
    USING (id IN (SELECT person_id FROM application));

-- An applicant reads the own applications across alliances, and the names of what they are about.
CREATE POLICY own ON application FOR SELECT TO membership
    USING (person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));
CREATE OR REPLACE FUNCTION my_alliances() RETURNS SETOF uuid LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT alliance_id FROM membership
    WHERE person_id = nullif(current_setting('app.person', true), '')::uuid
    UNION ALL
    SELECT alliance_id FROM invitation WHERE email = nullif(current_setting('app.email', true), '')
    UNION ALL
    SELECT alliance_id FROM application
    WHERE person_id = nullif(current_setting('app.person', true), '')::uuid;
END;
