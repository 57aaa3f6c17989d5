-- Mail domains that firms say are their own. One that is proved is one firm's in an alliance; what
-- was given up stays, so that mails to strangers can be counted.
CREATE TABLE mail_domain (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    name            text        NOT NULL CHECK (name = lower(name) AND char_length(name) <= 253),
    token           text        NOT NULL,
    state           text        NOT NULL
                    CHECK (state IN ('CLAIMED', 'PROVED', 'LOST', 'GIVEN_UP')),
    named_by        uuid        NOT NULL,
    named_at        timestamptz NOT NULL,
    method          text        CHECK (method IN ('DNS', 'MAIL')),
    proved_at       timestamptz,
    -- What the last look showed, and since when nothing was found any more.
    finding         text        CHECK (finding IN ('FOUND', 'NOT_FOUND', 'OTHER_VALUE', 'NO_ANSWER')),
    seen            text[]      NOT NULL DEFAULT '{}' CHECK (cardinality(seen) <= 5),
    looked_at       timestamptz,
    failing_since   timestamptz,
    ended_at        timestamptz,
    -- A proof by mail: the code is readable until it is mailed, its hash until it is used.
    mailbox         text        CHECK (mailbox IN ('POSTMASTER', 'HOSTMASTER', 'ADMIN')),
    mail_asked_at   timestamptz,
    mail_code       text,
    mail_hash       bytea       CHECK (length(mail_hash) = 32),
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id),
    CHECK (state <> 'PROVED' OR (method IS NOT NULL AND proved_at IS NOT NULL))
);
CREATE UNIQUE INDEX mail_domain_proved ON mail_domain (alliance_id, name) WHERE state = 'PROVED';
CREATE UNIQUE INDEX mail_domain_named ON mail_domain (alliance_id, organization_id, name)
    WHERE state <> 'GIVEN_UP';
SELECT secure_tenant_table('mail_domain', 'SELECT, INSERT, UPDATE');

-- Whoever reads the own invitations across alliances reads whether the address counts there.
CREATE POLICY mine ON mail_domain FOR SELECT TO membership
    USING (alliance_id IN (SELECT my_alliances()));
