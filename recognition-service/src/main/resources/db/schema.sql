-- The sum of the migrations of schema recognition, read from the catalog. A test compares it; nobody edits it.

CREATE TABLE accepted_agreement (
    alliance_id uuid NOT NULL,
    person_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE balance (
    alliance_id uuid NOT NULL,
    account text NOT NULL,
    holder_id uuid NOT NULL,
    unit text NOT NULL,
    organization_id uuid NOT NULL,
    amount bigint NOT NULL
);
CREATE TABLE clock (
    shift interval NOT NULL
);
CREATE TABLE contribution (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL,
    author_id uuid NOT NULL,
    organization_id uuid,
    written_at timestamp with time zone NOT NULL,
    acknowledged_at timestamp with time zone,
    acknowledged_by_another boolean NOT NULL
);
CREATE TABLE deposit (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    pool_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    amount bigint NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    confirmed_by uuid,
    confirmed_by_organization_id uuid,
    changed_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE due (
    alliance_id uuid NOT NULL,
    kind text NOT NULL,
    subject uuid NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE executed_decision (
    alliance_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    title text NOT NULL,
    outcome text NOT NULL,
    refusal text,
    at timestamp with time zone NOT NULL
);
CREATE TABLE inbox (
    alliance_id uuid NOT NULL,
    event_id uuid NOT NULL,
    at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE journal (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    subject uuid NOT NULL,
    version bigint NOT NULL,
    actor uuid,
    organization uuid,
    audience jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    request_hash bytea,
    payload jsonb NOT NULL,
    traceparent text
) PARTITION BY RANGE (id);
CREATE TABLE ledger_entry (
    alliance_id uuid NOT NULL,
    transaction_id uuid NOT NULL,
    account text NOT NULL,
    holder_id uuid NOT NULL,
    unit text NOT NULL,
    organization_id uuid NOT NULL,
    amount bigint NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE ledger_transaction (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    contribution_id uuid NOT NULL,
    acknowledged_by uuid NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE money_entry (
    alliance_id uuid NOT NULL,
    transaction_id uuid NOT NULL,
    account text NOT NULL,
    holder_id uuid NOT NULL,
    unit text NOT NULL,
    amount bigint NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE money_transaction (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    pool_id uuid NOT NULL,
    deposit_id uuid,
    decision_id uuid,
    at timestamp with time zone NOT NULL
);
CREATE TABLE pool (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    currency text NOT NULL,
    organization_id uuid NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    confirmed_by uuid,
    confirmed_by_organization_id uuid,
    changed_at timestamp with time zone NOT NULL,
    balance bigint NOT NULL DEFAULT 0,
    version bigint NOT NULL
);
CREATE TABLE pulse (
    partition smallint NOT NULL,
    sent_at timestamp with time zone NOT NULL
);
CREATE TABLE required_agreement (
    alliance_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    version bigint NOT NULL,
    required_from timestamp with time zone NOT NULL
);
CREATE TABLE standing (
    alliance_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    class text NOT NULL,
    delegate boolean NOT NULL,
    state text NOT NULL,
    version bigint NOT NULL,
    call uuid
);
CREATE TABLE thank_you (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    contribution_id uuid NOT NULL,
    from_id uuid NOT NULL,
    from_organization_id uuid NOT NULL,
    to_id uuid NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE journal_default PARTITION OF journal DEFAULT;

ALTER TABLE accepted_agreement ADD CONSTRAINT accepted_agreement_pkey PRIMARY KEY (alliance_id, person_id, agreement_id);
ALTER TABLE balance ADD CONSTRAINT balance_pkey PRIMARY KEY (alliance_id, account, holder_id, unit, organization_id);
ALTER TABLE contribution ADD CONSTRAINT contribution_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE deposit ADD CONSTRAINT deposit_alliance_id_pool_id_fkey FOREIGN KEY (alliance_id, pool_id) REFERENCES pool(alliance_id, id);
ALTER TABLE deposit ADD CONSTRAINT deposit_amount_check CHECK ((amount > 0));
ALTER TABLE deposit ADD CONSTRAINT deposit_check CHECK (((state = 'CONFIRMED'::text) = (confirmed_by IS NOT NULL)));
ALTER TABLE deposit ADD CONSTRAINT deposit_check1 CHECK (((confirmed_by IS NULL) OR ((confirmed_by <> recorded_by) AND (confirmed_by_organization_id <> organization_id))));
ALTER TABLE deposit ADD CONSTRAINT deposit_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE deposit ADD CONSTRAINT deposit_state_check CHECK ((state = ANY (ARRAY['RECORDED'::text, 'CONFIRMED'::text, 'WITHDRAWN'::text])));
ALTER TABLE due ADD CONSTRAINT due_pkey PRIMARY KEY (alliance_id, kind, subject);
ALTER TABLE executed_decision ADD CONSTRAINT executed_decision_check CHECK (((outcome = 'REFUSED'::text) = (refusal IS NOT NULL)));
ALTER TABLE executed_decision ADD CONSTRAINT executed_decision_outcome_check CHECK ((outcome = ANY (ARRAY['DONE'::text, 'REFUSED'::text])));
ALTER TABLE executed_decision ADD CONSTRAINT executed_decision_pkey PRIMARY KEY (alliance_id, decision_id);
ALTER TABLE inbox ADD CONSTRAINT inbox_pkey PRIMARY KEY (alliance_id, event_id);
ALTER TABLE journal ADD CONSTRAINT journal_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_account_check CHECK ((account = ANY (ARRAY['PERSON'::text, 'GROUP'::text, 'ISSUANCE'::text])));
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_alliance_id_transaction_id_fkey FOREIGN KEY (alliance_id, transaction_id) REFERENCES ledger_transaction(alliance_id, id);
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_amount_check CHECK ((amount <> 0));
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_pkey PRIMARY KEY (alliance_id, transaction_id, account, holder_id, unit);
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_unit_check CHECK ((unit = 'credit'::text));
ALTER TABLE ledger_transaction ADD CONSTRAINT ledger_transaction_alliance_id_contribution_id_fkey FOREIGN KEY (alliance_id, contribution_id) REFERENCES contribution(alliance_id, id);
ALTER TABLE ledger_transaction ADD CONSTRAINT ledger_transaction_alliance_id_contribution_id_key UNIQUE (alliance_id, contribution_id);
ALTER TABLE ledger_transaction ADD CONSTRAINT ledger_transaction_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE money_entry ADD CONSTRAINT money_entry_account_check CHECK ((account = ANY (ARRAY['POOL'::text, 'ORGANIZATION'::text, 'PERSON'::text])));
ALTER TABLE money_entry ADD CONSTRAINT money_entry_alliance_id_transaction_id_fkey FOREIGN KEY (alliance_id, transaction_id) REFERENCES money_transaction(alliance_id, id);
ALTER TABLE money_entry ADD CONSTRAINT money_entry_amount_check CHECK ((amount <> 0));
ALTER TABLE money_entry ADD CONSTRAINT money_entry_pkey PRIMARY KEY (alliance_id, transaction_id, account, holder_id, unit);
ALTER TABLE money_entry ADD CONSTRAINT money_entry_unit_check CHECK ((unit ~ '^[A-Z]{3}$'::text));
ALTER TABLE money_transaction ADD CONSTRAINT money_transaction_alliance_id_decision_id_fkey FOREIGN KEY (alliance_id, decision_id) REFERENCES executed_decision(alliance_id, decision_id);
ALTER TABLE money_transaction ADD CONSTRAINT money_transaction_alliance_id_decision_id_key UNIQUE (alliance_id, decision_id);
ALTER TABLE money_transaction ADD CONSTRAINT money_transaction_alliance_id_deposit_id_fkey FOREIGN KEY (alliance_id, deposit_id) REFERENCES deposit(alliance_id, id);
ALTER TABLE money_transaction ADD CONSTRAINT money_transaction_alliance_id_deposit_id_key UNIQUE (alliance_id, deposit_id);
ALTER TABLE money_transaction ADD CONSTRAINT money_transaction_alliance_id_pool_id_fkey FOREIGN KEY (alliance_id, pool_id) REFERENCES pool(alliance_id, id);
ALTER TABLE money_transaction ADD CONSTRAINT money_transaction_check CHECK ((num_nonnulls(deposit_id, decision_id) = 1));
ALTER TABLE money_transaction ADD CONSTRAINT money_transaction_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE pool ADD CONSTRAINT pool_balance_check CHECK ((balance >= 0));
ALTER TABLE pool ADD CONSTRAINT pool_check CHECK (((state = 'CONFIRMED'::text) = (confirmed_by IS NOT NULL)));
ALTER TABLE pool ADD CONSTRAINT pool_check1 CHECK (((confirmed_by IS NULL) OR ((confirmed_by <> recorded_by) AND (confirmed_by_organization_id <> organization_id))));
ALTER TABLE pool ADD CONSTRAINT pool_check2 CHECK (((balance = 0) OR (state = 'CONFIRMED'::text)));
ALTER TABLE pool ADD CONSTRAINT pool_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE pool ADD CONSTRAINT pool_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120)));
ALTER TABLE pool ADD CONSTRAINT pool_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE pool ADD CONSTRAINT pool_state_check CHECK ((state = ANY (ARRAY['RECORDED'::text, 'CONFIRMED'::text, 'WITHDRAWN'::text])));
ALTER TABLE pulse ADD CONSTRAINT pulse_pkey PRIMARY KEY (partition);
ALTER TABLE required_agreement ADD CONSTRAINT required_agreement_pkey PRIMARY KEY (alliance_id, agreement_id, version);
ALTER TABLE standing ADD CONSTRAINT standing_call_check CHECK (((state <> 'GUEST'::text) OR (call IS NOT NULL)));
ALTER TABLE standing ADD CONSTRAINT standing_pkey PRIMARY KEY (alliance_id, issuer, subject);
ALTER TABLE standing ADD CONSTRAINT standing_state_check CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'GUEST'::text, 'ENDED'::text])));
ALTER TABLE thank_you ADD CONSTRAINT thank_you_alliance_id_contribution_id_fkey FOREIGN KEY (alliance_id, contribution_id) REFERENCES contribution(alliance_id, id);
ALTER TABLE thank_you ADD CONSTRAINT thank_you_check CHECK ((from_id <> to_id));
ALTER TABLE thank_you ADD CONSTRAINT thank_you_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE thank_you ADD CONSTRAINT thank_you_text_check CHECK (((char_length(text) >= 1) AND (char_length(text) <= 500)));

CREATE INDEX deposit_by_pool ON recognition.deposit USING btree (alliance_id, pool_id, id DESC);
CREATE INDEX due_by_time ON recognition.due USING btree (at);
CREATE INDEX ledger_entry_by_account ON recognition.ledger_entry USING btree (alliance_id, account, holder_id, at DESC, transaction_id DESC);
CREATE INDEX money_entry_by_account ON recognition.money_entry USING btree (alliance_id, account, holder_id);
CREATE INDEX money_transaction_by_pool ON recognition.money_transaction USING btree (alliance_id, pool_id, id DESC);
CREATE INDEX standing_by_person ON recognition.standing USING btree (alliance_id, person_id);
CREATE INDEX thank_you_by_contribution ON recognition.thank_you USING btree (alliance_id, contribution_id, at DESC, id DESC);
CREATE INDEX thank_you_by_receiver ON recognition.thank_you USING btree (alliance_id, to_id, at DESC, id DESC);
CREATE INDEX thank_you_by_time ON recognition.thank_you USING btree (alliance_id, at DESC, id DESC);

ALTER TABLE accepted_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE accepted_agreement FORCE ROW LEVEL SECURITY;
ALTER TABLE balance ENABLE ROW LEVEL SECURITY;
ALTER TABLE balance FORCE ROW LEVEL SECURITY;
ALTER TABLE contribution ENABLE ROW LEVEL SECURITY;
ALTER TABLE contribution FORCE ROW LEVEL SECURITY;
ALTER TABLE deposit ENABLE ROW LEVEL SECURITY;
ALTER TABLE deposit FORCE ROW LEVEL SECURITY;
ALTER TABLE due ENABLE ROW LEVEL SECURITY;
ALTER TABLE due FORCE ROW LEVEL SECURITY;
ALTER TABLE executed_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE executed_decision FORCE ROW LEVEL SECURITY;
ALTER TABLE inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox FORCE ROW LEVEL SECURITY;
ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_transaction ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_transaction FORCE ROW LEVEL SECURITY;
ALTER TABLE money_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE money_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE money_transaction ENABLE ROW LEVEL SECURITY;
ALTER TABLE money_transaction FORCE ROW LEVEL SECURITY;
ALTER TABLE pool ENABLE ROW LEVEL SECURITY;
ALTER TABLE pool FORCE ROW LEVEL SECURITY;
ALTER TABLE required_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE required_agreement FORCE ROW LEVEL SECURITY;
ALTER TABLE standing ENABLE ROW LEVEL SECURITY;
ALTER TABLE standing FORCE ROW LEVEL SECURITY;
ALTER TABLE thank_you ENABLE ROW LEVEL SECURITY;
ALTER TABLE thank_you FORCE ROW LEVEL SECURITY;

CREATE POLICY alliance ON accepted_agreement AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON balance AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON contribution AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON contribution AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON deposit AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON due AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY scheduler_reads ON due AS PERMISSIVE FOR SELECT TO recognition_scheduler
    USING true;
CREATE POLICY alliance ON executed_decision AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON inbox AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON journal AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON journal AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY relay_reads ON journal AS PERMISSIVE FOR SELECT TO relay
    USING true;
CREATE POLICY alliance ON ledger_entry AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON ledger_transaction AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON money_entry AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON money_transaction AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON pool AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON required_agreement AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON standing AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON standing AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON thank_you AS PERMISSIVE FOR ALL TO recognition
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON thank_you AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());

CREATE OR REPLACE FUNCTION recognition.app_alliance()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid
;
CREATE OR REPLACE FUNCTION recognition.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
RETURN (now() + COALESCE((SELECT sum(clock.shift) AS sum FROM clock), '00:00:00'::interval))
;
CREATE OR REPLACE FUNCTION recognition.ensure_journal_partitions(first date, months integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE month date;
BEGIN
    FOR i IN 0 .. months - 1 LOOP
        month := date_trunc('month', first)::date + make_interval(months => i);
        EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF journal FOR VALUES FROM (%L) TO (%L)',
            'journal_' || to_char(month, 'YYYY_MM'),
            journal_bound(month), journal_bound((month + interval '1 month')::date));
    END LOOP;
END $function$
;
CREATE OR REPLACE FUNCTION recognition.erase_person(erased uuid, with_work boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'recognition', 'pg_temp'
AS $function$
BEGIN
    UPDATE thank_you SET text = '(erased)' WHERE alliance_id = app_alliance() AND from_id = erased;
    IF with_work THEN
        WITH work AS (
            UPDATE contribution SET title = '(erased)'
            WHERE alliance_id = app_alliance() AND author_id = erased RETURNING id)
        UPDATE journal j SET payload = j.payload || '{"title": "(erased)"}' FROM work w
        WHERE j.alliance_id = app_alliance() AND j.payload ->> 'contribution' = w.id::text
          AND j.payload ? 'title';
    END IF;
    DELETE FROM standing WHERE alliance_id = app_alliance() AND person_id = erased;
END $function$
;
CREATE OR REPLACE FUNCTION recognition.journal_bound(month date)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
RETURN ((lpad(to_hex(((EXTRACT(epoch FROM (month)::timestamp without time zone) * (1000)::numeric))::bigint), 12, '0'::text) || repeat('0'::text, 20)))::uuid
;
CREATE OR REPLACE FUNCTION recognition.refuse_unbalanced()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    IF EXISTS (SELECT FROM added GROUP BY alliance_id, transaction_id, unit HAVING sum(amount) <> 0)
    THEN
        RAISE EXCEPTION 'a transaction of the ledger is not balanced' USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION recognition.secure_tenant_table(name text, rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY alliance ON %I TO recognition
        USING (alliance_id = (SELECT nullif(current_setting(''app.alliance'', true), '''')::uuid))', name);
    EXECUTE format('GRANT %s ON %I TO recognition', rights, name);
END $function$
;

CREATE TRIGGER balanced AFTER INSERT ON recognition.ledger_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced();
CREATE TRIGGER balanced AFTER INSERT ON recognition.money_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced();

GRANT USAGE ON SCHEMA recognition TO recognition;
GRANT USAGE ON SCHEMA recognition TO recognition_scheduler;
GRANT USAGE ON SCHEMA recognition TO redactor;
GRANT USAGE ON SCHEMA recognition TO relay;

GRANT INSERT, SELECT, UPDATE ON accepted_agreement TO recognition;
GRANT INSERT, SELECT, UPDATE ON balance TO recognition;
GRANT SELECT ON clock TO recognition;
GRANT SELECT ON clock TO recognition_scheduler;
GRANT INSERT, SELECT, UPDATE ON contribution TO recognition;
GRANT SELECT ON contribution TO redactor;
GRANT INSERT, SELECT, UPDATE ON deposit TO recognition;
GRANT DELETE, INSERT, SELECT, UPDATE ON due TO recognition;
GRANT SELECT ON due TO recognition_scheduler;
GRANT INSERT, SELECT ON executed_decision TO recognition;
GRANT INSERT, SELECT ON inbox TO recognition;
GRANT INSERT, SELECT ON journal TO recognition;
GRANT SELECT ON journal TO redactor;
GRANT SELECT ON journal TO relay;
GRANT INSERT, SELECT ON ledger_entry TO recognition;
GRANT INSERT, SELECT ON ledger_transaction TO recognition;
GRANT INSERT, SELECT ON money_entry TO recognition;
GRANT INSERT, SELECT ON money_transaction TO recognition;
GRANT INSERT, SELECT, UPDATE ON pool TO recognition;
GRANT INSERT, SELECT, UPDATE ON pulse TO recognition;
GRANT INSERT, SELECT ON required_agreement TO recognition;
GRANT DELETE, SELECT ON standing TO redactor;
GRANT INSERT, SELECT, UPDATE ON standing TO recognition;
GRANT INSERT, SELECT ON thank_you TO recognition;
GRANT SELECT ON thank_you TO redactor;

GRANT UPDATE (outcome) ON executed_decision TO recognition;
GRANT UPDATE (payload) ON journal TO redactor;
GRANT UPDATE (refusal) ON executed_decision TO recognition;
GRANT UPDATE (text) ON thank_you TO redactor;
GRANT UPDATE (title) ON contribution TO redactor;

GRANT EXECUTE ON FUNCTION erase_person(uuid,boolean) TO recognition;
REVOKE EXECUTE ON FUNCTION ensure_journal_partitions(date,integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION secure_tenant_table(text,text) FROM PUBLIC;

ALTER PUBLICATION commonweal_journal ADD TABLE journal;
