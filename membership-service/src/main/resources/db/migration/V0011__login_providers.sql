-- A firm's own identity providers, as they are wanted. Keycloak has a copy of it that is written
-- again whenever it is missing; the client's secret lies here sealed.
CREATE TABLE login_provider (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    alias           text        NOT NULL CHECK (alias ~ '^own-[0-9a-f-]{36}$'),
    name            text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
    protocol        text        NOT NULL CHECK (protocol IN ('OIDC', 'SAML')),
    address         text        CHECK (char_length(address) <= 2000),
    client_id       text        CHECK (char_length(client_id) <= 200),
    sealed_secret   text,
    metadata        text        CHECK (char_length(metadata) <= 200000),
    state           text        NOT NULL CHECK (state IN ('DRAFT', 'TESTED', 'LIVE', 'RETIRED')),
    written_version bigint      NOT NULL DEFAULT 0,
    written_at      timestamptz,
    fault           text,
    test_id         uuid,
    tested_from     timestamptz,
    test_result     text,
    set_by          uuid        NOT NULL,
    set_at          timestamptz NOT NULL,
    version         bigint      NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id),
    CHECK (protocol <> 'OIDC' OR (client_id IS NOT NULL AND sealed_secret IS NOT NULL)),
    CHECK (state NOT IN ('TESTED', 'LIVE') OR test_result IS NOT NULL)
);
CREATE INDEX login_provider_by_organization ON login_provider (alliance_id, organization_id, state);
SELECT secure_tenant_table('login_provider', 'SELECT, INSERT, UPDATE');

-- For which mail domains a firm's own providers may speak: those that it has proved.
CREATE FUNCTION firm_domains(alliance uuid, firm uuid) RETURNS text[] LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT coalesce(array_agg(name ORDER BY name), '{}') FROM mail_domain
    WHERE alliance_id = alliance AND organization_id = firm AND state = 'PROVED';
END;

-- The aliases through which a firm's people come: its live providers, and the one it was enrolled
-- with. Without any they have accounts of the platform.
CREATE FUNCTION ways_in(alliance uuid, firm uuid, enrolled text) RETURNS SETOF text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT alias FROM login_provider
    WHERE alliance_id = alliance AND organization_id = firm AND state = 'LIVE'
    UNION ALL
    SELECT enrolled WHERE enrolled IS NOT NULL;
END;
