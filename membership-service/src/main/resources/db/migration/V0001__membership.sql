-- The registry: what belongs to no alliance. A person sees the own rows by app.issuer and
-- app.subject, the members of an alliance inside its scope, and nothing else.
CREATE TABLE person (
    id            uuid        PRIMARY KEY,
    name          text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    email         text        CHECK (char_length(email) <= 320),
    registered_at timestamptz NOT NULL
);

-- (issuer, subject) is a login; provider is the broker alias through which it came, '' for an
-- account of the platform's own realm.
CREATE TABLE login (
    issuer     text        NOT NULL,
    subject    text        NOT NULL,
    person_id  uuid        NOT NULL REFERENCES person,
    provider   text        NOT NULL,
    email      text        NOT NULL,
    first_seen timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX login_by_person ON login (person_id);

CREATE TABLE slug (
    slug        text PRIMARY KEY CHECK (slug ~ '^[a-z][a-z0-9-]{1,58}[a-z0-9]$'),
    alliance_id uuid NOT NULL UNIQUE
);

CREATE TABLE alliance (
    alliance_id           uuid        PRIMARY KEY,
    name                  text        NOT NULL,
    slug                  text        NOT NULL,
    time_zone             text        NOT NULL,
    acknowledgement_seconds bigint    NOT NULL CHECK (acknowledgement_seconds > 0),
    quorum_per_million    int         NOT NULL,
    threshold_per_million int         NOT NULL,
    ballot_seconds        bigint      NOT NULL CHECK (ballot_seconds > 0),
    founder               uuid        NOT NULL,
    founded_at            timestamptz NOT NULL,
    history               boolean     NOT NULL
);
SELECT secure_tenant_table('alliance', 'SELECT, INSERT');

-- An organization as the alliance knows it. mail_domains and provider say whose login counts as
-- its people's: a hint that is checked when somebody joins.
CREATE TABLE organization (
    alliance_id  uuid        NOT NULL REFERENCES alliance,
    id           uuid        NOT NULL,
    name         text        NOT NULL,
    short_name   text        NOT NULL,
    colour       text        NOT NULL CHECK (colour ~ '^#[0-9a-f]{6}$'),
    role         text        NOT NULL CHECK (role IN ('FIRM', 'SPONSOR', 'HISTORICAL')),
    mail_domains text[]      NOT NULL,
    provider     text,
    enrolled_at  timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id)
);
SELECT secure_tenant_table('organization', 'SELECT, INSERT');

CREATE TABLE invitation (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    email           text        NOT NULL,
    name            text        NOT NULL,
    organization_id uuid        NOT NULL,
    inviter_id      uuid        NOT NULL,
    inviter_organization_id uuid NOT NULL,
    reason          text        NOT NULL,
    ask             text        NOT NULL,
    text_hash       bytea       NOT NULL,
    state           text        NOT NULL CHECK (state IN ('SENT', 'ACCEPTED', 'DECLINED')),
    sent_at         timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    answered_at     timestamptz,
    answered_by     uuid,
    mailed_at       timestamptz,
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id)
);
CREATE INDEX invitation_by_inviter ON invitation (alliance_id, inviter_id, sent_at DESC);
SELECT secure_tenant_table('invitation', 'SELECT, INSERT, UPDATE');
-- An invited person reads the own invitations across alliances, by proven address.
CREATE POLICY invited ON invitation FOR SELECT TO membership
    USING (email = (SELECT nullif(current_setting('app.email', true), '')));

-- ACTIVE is written by acceptance and founding alone: the person's own act (claim B6).
CREATE TABLE membership (
    alliance_id     uuid        NOT NULL REFERENCES alliance,
    person_id       uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    class           text        NOT NULL CHECK (class = 'MEMBER'),
    delegate        boolean     NOT NULL,
    state           text        NOT NULL CHECK (state IN ('ACTIVE', 'LEFT', 'REMOVED')),
    own_interest    text        NOT NULL,
    accepted_by     uuid        NOT NULL CHECK (accepted_by = person_id),
    joined_at       timestamptz NOT NULL,
    ended_at        timestamptz,
    ended_reason    text,
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, person_id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id)
);
CREATE INDEX membership_by_organization ON membership (alliance_id, organization_id, state);
SELECT secure_tenant_table('membership', 'SELECT, INSERT, UPDATE');
CREATE POLICY own ON membership FOR SELECT TO membership
    USING (person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));

-- People of an imported history: they hold credit and are members of nothing.
CREATE TABLE unclaimed_person (
    alliance_id uuid        NOT NULL REFERENCES alliance,
    id          uuid        NOT NULL,
    pseudonym   text        NOT NULL,
    imported_at timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id)
);
SELECT secure_tenant_table('unclaimed_person', 'SELECT, INSERT');

-- For which organization a person worked, and when; until = null is today. An organization of
-- null is a time of which no organization is known.
CREATE TABLE affiliation (
    alliance_id     uuid        NOT NULL REFERENCES alliance,
    person_id       uuid        NOT NULL,
    since           timestamptz NOT NULL,
    organization_id uuid,
    until           timestamptz,
    PRIMARY KEY (alliance_id, person_id, since),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id)
);
SELECT secure_tenant_table('affiliation', 'SELECT, INSERT, UPDATE');

-- The second wall of the registry.
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON person TO membership
    USING (id = (SELECT nullif(current_setting('app.person', true), '')::uuid));
CREATE POLICY members ON person FOR SELECT TO membership
    USING (id IN (SELECT person_id FROM membership));
CREATE POLICY own_login ON person FOR SELECT TO membership
    USING (id IN (SELECT person_id FROM login));
-- An invited person sees who invites.
CREATE POLICY inviters ON person FOR SELECT TO membership
    USING (id IN (SELECT inviter_id FROM invitation
                  WHERE email = (SELECT nullif(current_setting('app.email', true), ''))));
GRANT SELECT, INSERT, UPDATE ON person TO membership;

ALTER TABLE login ENABLE ROW LEVEL SECURITY;
ALTER TABLE login FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON login TO membership
    USING (issuer = (SELECT nullif(current_setting('app.issuer', true), ''))
       AND subject = (SELECT nullif(current_setting('app.subject', true), '')));
GRANT SELECT, INSERT, UPDATE ON login TO membership;

-- A slug is no secret: it is read before an alliance is known.
ALTER TABLE slug ENABLE ROW LEVEL SECURITY;
ALTER TABLE slug FORCE ROW LEVEL SECURITY;
CREATE POLICY readable ON slug FOR SELECT TO membership USING (true);
CREATE POLICY founded ON slug FOR INSERT TO membership
    WITH CHECK (alliance_id = (SELECT nullif(current_setting('app.alliance', true), '')::uuid));
GRANT SELECT, INSERT ON slug TO membership;

-- What /api/me shows of the alliances that a person belongs or is invited to.
CREATE FUNCTION my_alliances() RETURNS SETOF uuid LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT alliance_id FROM membership
    WHERE person_id = nullif(current_setting('app.person', true), '')::uuid
    UNION ALL
    SELECT alliance_id FROM invitation WHERE email = nullif(current_setting('app.email', true), '');
END;
CREATE POLICY mine ON alliance FOR SELECT TO membership
    USING (alliance_id IN (SELECT my_alliances()));
CREATE POLICY mine ON organization FOR SELECT TO membership
    USING (alliance_id IN (SELECT my_alliances()));
