-- What the members decided, as purpose-service tells it: each version of their rulebook, as far as
-- it is obeyed here. A copy, which Rebuild empties and builds anew.
CREATE TABLE rulebook (
    alliance_id        uuid    NOT NULL,
    version            integer NOT NULL CHECK (version > 0),
    decision           uuid,
    title              text,
    seats_per_firm_max integer CHECK (seats_per_firm_max > 0),
    rules              jsonb   NOT NULL,
    PRIMARY KEY (alliance_id, version)
);
SELECT secure_tenant_table('rulebook', 'SELECT, INSERT');

-- Which decisions were carried out here, or were not and why: once each, and own state. The outcome
-- is written by the transaction that writes the row.
CREATE TABLE executed_decision (
    alliance_id uuid        NOT NULL,
    decision_id uuid        NOT NULL,
    kind        text        NOT NULL,
    title       text        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('DONE', 'REFUSED')),
    refusal     text,
    at          timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, decision_id),
    CHECK ((outcome = 'REFUSED') = (refusal IS NOT NULL))
);
SELECT secure_tenant_table('executed_decision', 'SELECT, INSERT');
GRANT UPDATE (outcome, refusal) ON executed_decision TO ${service};

-- Offices of the alliance: given by a decision, whose id is the seat's, taken up or declined by the
-- member, and over with the day, the person's going, or another decision. organization_id is the
-- firm whose seat it is: the home firm of the member for as long as it is open.
CREATE TABLE office (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    office          text        NOT NULL CHECK (office ~ '^[A-Z][A-Z_]{1,31}$'),
    person_id       uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    until           date        NOT NULL,
    ends_at         timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('OFFERED', 'HELD', 'DECLINED', 'ENDED')),
    cause           text        CHECK (cause IN ('RESIGNED', 'DECIDED', 'EXPIRED', 'LEFT', 'REMOVED',
                                    'FIRM_LEFT', 'SUSPENDED', 'FIRM_FULL')),
    ended_by        uuid,
    offered_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, id) REFERENCES executed_decision (alliance_id, decision_id),
    FOREIGN KEY (alliance_id, person_id) REFERENCES membership (alliance_id, person_id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id),
    CHECK ((state = 'ENDED') = (cause IS NOT NULL)),
    CHECK ((coalesce(cause, '') = 'DECIDED') = (ended_by IS NOT NULL))
);
-- Nobody is given twice what they have.
CREATE UNIQUE INDEX office_open ON office (alliance_id, person_id, office)
    WHERE state IN ('OFFERED', 'HELD');
CREATE INDEX office_by_organization ON office (alliance_id, organization_id)
    WHERE state IN ('OFFERED', 'HELD');
SELECT secure_tenant_table('office', 'SELECT, INSERT, UPDATE');
-- Across alliances a person sees the own ones, to take them along.
CREATE POLICY own ON office FOR SELECT TO ${service}
    USING (person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));
