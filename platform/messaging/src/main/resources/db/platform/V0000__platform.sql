-- What every service keeps beside its own tables: the journal, the inbox, clocks and standings.
-- ${service} is the service's name, its schema and its role.

-- The database clock; only tests can shift it, as the owner.
CREATE TABLE clock (shift interval NOT NULL);
GRANT SELECT ON clock TO ${service}, ${service}_scheduler;

CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE
    RETURN now() + coalesce((SELECT sum(shift) FROM clock), interval '0');

-- The alliance of this transaction, or nothing: without it a query sees zero rows.
CREATE FUNCTION app_alliance() RETURNS uuid LANGUAGE sql STABLE
    RETURN nullif(current_setting('app.alliance', true), '')::uuid;

-- Puts a table behind the second wall and gives the service its rights on it.
CREATE FUNCTION secure_tenant_table(name text, rights text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY alliance ON %I TO ${service}
        USING (alliance_id = (SELECT nullif(current_setting(''app.alliance'', true), '''')::uuid))', name);
    EXECUTE format('GRANT %s ON %I TO ${service}', rights, name);
END $$;
REVOKE EXECUTE ON FUNCTION secure_tenant_table FROM PUBLIC;

CREATE TABLE journal (
    alliance_id  uuid        NOT NULL,
    id           uuid        NOT NULL,
    type         text        NOT NULL,
    subject      uuid        NOT NULL,
    version      bigint      NOT NULL,
    actor        uuid,
    organization uuid,
    audience     jsonb       NOT NULL,
    at           timestamptz NOT NULL,
    request_hash bytea,
    payload      jsonb       NOT NULL,
    traceparent  text,
    PRIMARY KEY (alliance_id, id)
) PARTITION BY RANGE (id);
SELECT secure_tenant_table('journal', 'SELECT, INSERT');
GRANT SELECT ON journal TO relay;
CREATE POLICY relay_reads ON journal FOR SELECT TO relay USING (true);
ALTER PUBLICATION commonweal_journal ADD TABLE journal;

-- A month's partition holds the ids (UUIDv7) whose time bits lie in it; what lies in no partition
-- that exists is kept in the default one.
CREATE TABLE journal_default PARTITION OF journal DEFAULT;
CREATE FUNCTION journal_bound(month date) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN (lpad(to_hex((extract(epoch FROM month::timestamp) * 1000)::bigint), 12, '0')
        || repeat('0', 20))::uuid;
CREATE FUNCTION ensure_journal_partitions(first date, months int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE month date;
BEGIN
    FOR i IN 0 .. months - 1 LOOP
        month := date_trunc('month', first)::date + make_interval(months => i);
        EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF journal FOR VALUES FROM (%L) TO (%L)',
            'journal_' || to_char(month, 'YYYY_MM'),
            journal_bound(month), journal_bound((month + interval '1 month')::date));
    END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION ensure_journal_partitions FROM PUBLIC;

CREATE TABLE inbox (
    alliance_id uuid NOT NULL,
    event_id    uuid NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (alliance_id, event_id)
);
SELECT secure_tenant_table('inbox', 'SELECT, INSERT');

-- Read across alliances by the scheduler alone, which then acts inside each alliance.
CREATE TABLE due (
    alliance_id uuid        NOT NULL,
    kind        text        NOT NULL,
    subject     uuid        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, kind, subject)
);
SELECT secure_tenant_table('due', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX due_by_time ON due (at);
GRANT SELECT ON due TO ${service}_scheduler;
CREATE POLICY scheduler_reads ON due FOR SELECT TO ${service}_scheduler USING (true);

-- Who may do what here: this service's copy of membership's facts, one row per login.
CREATE TABLE standing (
    alliance_id     uuid    NOT NULL,
    issuer          text    NOT NULL,
    subject         text    NOT NULL,
    person_id       uuid    NOT NULL,
    organization_id uuid    NOT NULL,
    class           text    NOT NULL,
    delegate        boolean NOT NULL,
    state           text    NOT NULL CHECK (state IN ('ACTIVE', 'ENDED')),
    version         bigint  NOT NULL,
    PRIMARY KEY (alliance_id, issuer, subject)
);
CREATE INDEX standing_by_person ON standing (alliance_id, person_id);
SELECT secure_tenant_table('standing', 'SELECT, INSERT, UPDATE');
