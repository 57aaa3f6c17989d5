-- The sum of the migrations of schema contribution, read from the catalog. A test compares it; nobody edits it.

CREATE TABLE accepted_agreement (
    alliance_id uuid NOT NULL,
    person_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE acknowledgement (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    contribution_id uuid NOT NULL,
    person_id uuid NOT NULL,
    organization_id uuid,
    kind text NOT NULL,
    note text,
    at timestamp with time zone NOT NULL
);
CREATE TABLE activity (
    alliance_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    actor_id uuid,
    organization_id uuid,
    subject uuid NOT NULL,
    title text,
    link_kind text NOT NULL,
    link_id uuid NOT NULL,
    detail jsonb NOT NULL
);
CREATE TABLE alliance (
    alliance_id uuid NOT NULL,
    acknowledgement_seconds bigint NOT NULL,
    founder uuid NOT NULL,
    history boolean NOT NULL,
    parent uuid
);
CREATE TABLE clock (
    shift interval NOT NULL
);
CREATE TABLE contribution (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    goal_id uuid,
    kind text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    author_id uuid NOT NULL,
    organization_id uuid,
    state text NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    acknowledge_by timestamp with time zone,
    reminded_at timestamp with time zone,
    escalated_at timestamp with time zone,
    answered_by uuid,
    answered_organization uuid,
    answered_at timestamp with time zone,
    external_id text,
    area text,
    version bigint NOT NULL,
    handled_by jsonb NOT NULL DEFAULT '[]'::jsonb,
    origin_alliance uuid,
    origin_contribution uuid
);
CREATE TABLE due (
    alliance_id uuid NOT NULL,
    kind text NOT NULL,
    subject uuid NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE goal (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL,
    owner_id uuid NOT NULL,
    version bigint NOT NULL,
    purpose_id uuid,
    closed boolean NOT NULL DEFAULT false
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
CREATE TABLE need (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    service text NOT NULL,
    why text NOT NULL,
    title text NOT NULL,
    due timestamp with time zone,
    link_kind text NOT NULL,
    link_id uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone
);
CREATE TABLE pulse (
    partition smallint NOT NULL,
    sent_at timestamp with time zone NOT NULL
);
CREATE TABLE refusal (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    contribution_id uuid NOT NULL,
    person_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL
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

CREATE TABLE journal_default PARTITION OF journal DEFAULT;

ALTER TABLE accepted_agreement ADD CONSTRAINT accepted_agreement_pkey PRIMARY KEY (alliance_id, person_id, agreement_id);
ALTER TABLE acknowledgement ADD CONSTRAINT acknowledgement_alliance_id_contribution_id_fkey FOREIGN KEY (alliance_id, contribution_id) REFERENCES contribution(alliance_id, id);
ALTER TABLE acknowledgement ADD CONSTRAINT acknowledgement_alliance_id_contribution_id_person_id_kind_key UNIQUE (alliance_id, contribution_id, person_id, kind);
ALTER TABLE acknowledgement ADD CONSTRAINT acknowledgement_kind_check CHECK (((char_length(kind) >= 1) AND (char_length(kind) <= 40)));
ALTER TABLE acknowledgement ADD CONSTRAINT acknowledgement_note_check CHECK ((char_length(note) <= 2000));
ALTER TABLE acknowledgement ADD CONSTRAINT acknowledgement_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE activity ADD CONSTRAINT activity_pkey PRIMARY KEY (alliance_id, at, id);
ALTER TABLE alliance ADD CONSTRAINT alliance_acknowledgement_seconds_check CHECK ((acknowledgement_seconds > 0));
ALTER TABLE alliance ADD CONSTRAINT alliance_pkey PRIMARY KEY (alliance_id);
ALTER TABLE contribution ADD CONSTRAINT contribution_alliance_id_goal_id_fkey FOREIGN KEY (alliance_id, goal_id) REFERENCES goal(alliance_id, id);
ALTER TABLE contribution ADD CONSTRAINT contribution_area_check CHECK ((char_length(area) <= 200));
ALTER TABLE contribution ADD CONSTRAINT contribution_body_check CHECK ((char_length(body) <= 20000));
ALTER TABLE contribution ADD CONSTRAINT contribution_check CHECK (((state = 'HISTORICAL'::text) OR ((goal_id IS NOT NULL) AND (organization_id IS NOT NULL) AND (acknowledge_by IS NOT NULL))));
ALTER TABLE contribution ADD CONSTRAINT contribution_check1 CHECK (((state <> ALL (ARRAY['ACKNOWLEDGED'::text, 'DECLINED'::text])) OR ((answered_by IS NOT NULL) AND (answered_at IS NOT NULL) AND (answered_organization IS NOT NULL) AND (answered_organization <> organization_id))));
ALTER TABLE contribution ADD CONSTRAINT contribution_external_id_check CHECK ((char_length(external_id) <= 200));
ALTER TABLE contribution ADD CONSTRAINT contribution_handled_by_check CHECK (((jsonb_typeof(handled_by) = 'array'::text) AND (jsonb_array_length(handled_by) <= 20)));
ALTER TABLE contribution ADD CONSTRAINT contribution_kind_check CHECK ((kind = ANY (ARRAY['PIECE'::text, 'QUESTION'::text, 'ANSWER'::text, 'HELP'::text])));
ALTER TABLE contribution ADD CONSTRAINT contribution_origin_check CHECK ((((origin_alliance IS NULL) = (origin_contribution IS NULL)) AND ((origin_alliance IS NULL) OR ((state = 'HISTORICAL'::text) AND (organization_id IS NOT NULL)))));
ALTER TABLE contribution ADD CONSTRAINT contribution_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE contribution ADD CONSTRAINT contribution_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'ACKNOWLEDGED'::text, 'DECLINED'::text, 'HISTORICAL'::text])));
ALTER TABLE contribution ADD CONSTRAINT contribution_title_check CHECK ((char_length(title) <= 500));
ALTER TABLE due ADD CONSTRAINT due_pkey PRIMARY KEY (alliance_id, kind, subject);
ALTER TABLE goal ADD CONSTRAINT goal_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE inbox ADD CONSTRAINT inbox_pkey PRIMARY KEY (alliance_id, event_id);
ALTER TABLE journal ADD CONSTRAINT journal_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE need ADD CONSTRAINT need_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE need ADD CONSTRAINT need_why_check CHECK (((char_length(why) >= 1) AND (char_length(why) <= 200)));
ALTER TABLE pulse ADD CONSTRAINT pulse_pkey PRIMARY KEY (partition);
ALTER TABLE refusal ADD CONSTRAINT refusal_alliance_id_contribution_id_fkey FOREIGN KEY (alliance_id, contribution_id) REFERENCES contribution(alliance_id, id);
ALTER TABLE refusal ADD CONSTRAINT refusal_alliance_id_contribution_id_key UNIQUE (alliance_id, contribution_id);
ALTER TABLE refusal ADD CONSTRAINT refusal_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE refusal ADD CONSTRAINT refusal_reason_check CHECK (((char_length(reason) >= 10) AND (char_length(reason) <= 2000)));
ALTER TABLE required_agreement ADD CONSTRAINT required_agreement_pkey PRIMARY KEY (alliance_id, agreement_id, version);
ALTER TABLE standing ADD CONSTRAINT standing_call_check CHECK (((state <> 'GUEST'::text) OR (call IS NOT NULL)));
ALTER TABLE standing ADD CONSTRAINT standing_pkey PRIMARY KEY (alliance_id, issuer, subject);
ALTER TABLE standing ADD CONSTRAINT standing_state_check CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'GUEST'::text, 'ENDED'::text])));

CREATE INDEX contribution_newest ON contribution.contribution USING btree (alliance_id, submitted_at DESC, id DESC);
CREATE INDEX contribution_of_author ON contribution.contribution USING btree (alliance_id, author_id, submitted_at DESC, id DESC);
CREATE INDEX contribution_of_goal ON contribution.contribution USING btree (alliance_id, goal_id, submitted_at DESC, id DESC) WHERE (goal_id IS NOT NULL);
CREATE INDEX contribution_title ON contribution.contribution USING gin (alliance_id, title gin_trgm_ops);
CREATE INDEX contribution_unanswered ON contribution.contribution USING btree (alliance_id, submitted_at DESC, id DESC) WHERE (state = 'OPEN'::text);
CREATE INDEX due_by_time ON contribution.due USING btree (at);
CREATE INDEX need_open ON contribution.need USING btree (alliance_id, person_id, due, opened_at) WHERE (closed_at IS NULL);
CREATE INDEX need_open_of_link ON contribution.need USING btree (alliance_id, link_id) WHERE (closed_at IS NULL);
CREATE INDEX standing_by_person ON contribution.standing USING btree (alliance_id, person_id);

ALTER TABLE accepted_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE accepted_agreement FORCE ROW LEVEL SECURITY;
ALTER TABLE acknowledgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE acknowledgement FORCE ROW LEVEL SECURITY;
ALTER TABLE activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE activity FORCE ROW LEVEL SECURITY;
ALTER TABLE alliance ENABLE ROW LEVEL SECURITY;
ALTER TABLE alliance FORCE ROW LEVEL SECURITY;
ALTER TABLE contribution ENABLE ROW LEVEL SECURITY;
ALTER TABLE contribution FORCE ROW LEVEL SECURITY;
ALTER TABLE due ENABLE ROW LEVEL SECURITY;
ALTER TABLE due FORCE ROW LEVEL SECURITY;
ALTER TABLE goal ENABLE ROW LEVEL SECURITY;
ALTER TABLE goal FORCE ROW LEVEL SECURITY;
ALTER TABLE inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox FORCE ROW LEVEL SECURITY;
ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal FORCE ROW LEVEL SECURITY;
ALTER TABLE need ENABLE ROW LEVEL SECURITY;
ALTER TABLE need FORCE ROW LEVEL SECURITY;
ALTER TABLE refusal ENABLE ROW LEVEL SECURITY;
ALTER TABLE refusal FORCE ROW LEVEL SECURITY;
ALTER TABLE required_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE required_agreement FORCE ROW LEVEL SECURITY;
ALTER TABLE standing ENABLE ROW LEVEL SECURITY;
ALTER TABLE standing FORCE ROW LEVEL SECURITY;

CREATE POLICY alliance ON accepted_agreement AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON acknowledgement AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON acknowledgement AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON activity AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON activity AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON alliance AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON contribution AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON contribution AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY search_reads ON contribution AS PERMISSIVE FOR SELECT TO commonweal_ddl
    USING true;
CREATE POLICY alliance ON due AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY scheduler_reads ON due AS PERMISSIVE FOR SELECT TO contribution_scheduler
    USING true;
CREATE POLICY alliance ON goal AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON inbox AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON journal AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON journal AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY relay_reads ON journal AS PERMISSIVE FOR SELECT TO relay
    USING true;
CREATE POLICY alliance ON need AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON need AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON refusal AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON refusal AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON required_agreement AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON standing AS PERMISSIVE FOR ALL TO contribution
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON standing AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY search_reads ON standing AS PERMISSIVE FOR SELECT TO commonweal_ddl
    USING true;

CREATE OR REPLACE FUNCTION contribution.app_alliance()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid
;
CREATE OR REPLACE FUNCTION contribution.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
RETURN (now() + COALESCE((SELECT sum(clock.shift) AS sum FROM clock), '00:00:00'::interval))
;
CREATE OR REPLACE FUNCTION contribution.ensure_journal_partitions(first date, months integer)
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
CREATE OR REPLACE FUNCTION contribution.erase_person(erased uuid, with_work boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'contribution', 'pg_temp'
AS $function$
DECLARE
    work uuid[];
BEGIN
    UPDATE refusal SET reason = '(erased by the person)'
    WHERE alliance_id = app_alliance() AND person_id = erased;
    UPDATE journal SET payload = payload || '{"reason": "(erased by the person)"}'
    WHERE alliance_id = app_alliance() AND type = 'contribution.declined.v1'
      AND payload ->> 'by' = erased::text;
    UPDATE acknowledgement SET note = NULL
    WHERE alliance_id = app_alliance() AND person_id = erased;
    PERFORM erase_titles_told(erased);
    IF with_work THEN
        work := ARRAY(SELECT id FROM contribution
            WHERE alliance_id = app_alliance() AND author_id = erased);
        UPDATE contribution SET title = '(erased)', body = ''
        WHERE alliance_id = app_alliance() AND id = ANY (work);
        UPDATE need SET title = '(erased)'
        WHERE alliance_id = app_alliance() AND link_kind = 'contribution' AND link_id = ANY (work);
        UPDATE activity SET title = '(erased)' WHERE alliance_id = app_alliance()
          AND link_kind = 'contribution' AND link_id = ANY (work) AND title IS NOT NULL;
        UPDATE journal SET payload = payload || '{"title": "(erased)"}'
        WHERE alliance_id = app_alliance() AND payload ? 'title'
          AND coalesce(payload ->> 'contribution', payload -> 'link' ->> 'id')::uuid = ANY (work);
    END IF;
    DELETE FROM standing WHERE alliance_id = app_alliance() AND person_id = erased;
END $function$
;
CREATE OR REPLACE FUNCTION contribution.erase_titles_told(erased uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'contribution', 'pg_temp'
AS $function$
DECLARE
    own uuid[] := ARRAY(SELECT DISTINCT link_id FROM activity
        WHERE alliance_id = app_alliance() AND actor_id = erased AND type IN (
            'purpose.fork-prepared.v1', 'purpose.wording-proposed.v1', 'purpose.dialogue-opened.v1',
            'purpose.proposal-amended.v1'));
BEGIN
    UPDATE activity a SET title = '(erased)'
    WHERE a.alliance_id = app_alliance() AND a.link_id = ANY (own) AND a.title IS NOT NULL
      AND a.title IS DISTINCT FROM (SELECT o.title FROM activity o
          WHERE o.alliance_id = a.alliance_id AND o.link_id = a.link_id
            AND o.type = 'purpose.proposal-opened.v1' LIMIT 1);
END $function$
;
CREATE OR REPLACE FUNCTION contribution.journal_bound(month date)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
RETURN ((lpad(to_hex(((EXTRACT(epoch FROM (month)::timestamp without time zone) * (1000)::numeric))::bigint), 12, '0'::text) || repeat('0'::text, 20)))::uuid
;
CREATE OR REPLACE FUNCTION contribution.search_titles(in_alliance uuid, by_issuer text, by_subject text, words text[], before_at timestamp with time zone, before_id uuid, most integer)
 RETURNS SETOF contribution
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'contribution', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
DECLARE
    -- The longest word first: it has the most trigrams. What a word holds is taken literally.
    patterns text[] := ARRAY(
        SELECT '%' || regexp_replace(word, '([%_\\])', '\\\1', 'g') || '%'
        FROM unnest(words) word ORDER BY char_length(word) DESC LIMIT 8);
    longest text := patterns[1];
    others text[] := patterns[2:];
    my_class text;
    my_id uuid;
BEGIN
    IF in_alliance IS NOT DISTINCT FROM app_alliance() THEN
        SELECT me.class, me.person_id INTO my_class, my_id FROM standing me
        WHERE me.alliance_id = in_alliance AND me.issuer = by_issuer AND me.subject = by_subject
          AND me.state = 'ACTIVE';
    END IF;
    IF my_id IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT c.* FROM contribution c
        WHERE c.alliance_id = in_alliance
          AND c.title ILIKE longest AND c.title ILIKE ALL (others)
          AND (c.submitted_at, c.id) < (before_at, before_id)
          AND (my_class <> 'CUSTOMER' OR c.state IN ('ACKNOWLEDGED', 'HISTORICAL')
               OR c.author_id = my_id)
        ORDER BY c.submitted_at DESC, c.id DESC
        LIMIT least(most, 201);
END $function$
;
CREATE OR REPLACE FUNCTION contribution.secure_tenant_table(name text, rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY alliance ON %I TO contribution
        USING (alliance_id = (SELECT nullif(current_setting(''app.alliance'', true), '''')::uuid))', name);
    EXECUTE format('GRANT %s ON %I TO contribution', rights, name);
END $function$
;

GRANT USAGE ON SCHEMA contribution TO contribution;
GRANT USAGE ON SCHEMA contribution TO contribution_scheduler;
GRANT USAGE ON SCHEMA contribution TO redactor;
GRANT USAGE ON SCHEMA contribution TO relay;

GRANT INSERT, SELECT, UPDATE ON accepted_agreement TO contribution;
GRANT INSERT, SELECT ON acknowledgement TO contribution;
GRANT SELECT ON acknowledgement TO redactor;
GRANT INSERT, SELECT ON activity TO contribution;
GRANT SELECT ON activity TO redactor;
GRANT INSERT, SELECT, UPDATE ON alliance TO contribution;
GRANT SELECT ON clock TO contribution;
GRANT SELECT ON clock TO contribution_scheduler;
GRANT INSERT, SELECT, UPDATE ON contribution TO contribution;
GRANT SELECT ON contribution TO redactor;
GRANT DELETE, INSERT, SELECT, UPDATE ON due TO contribution;
GRANT SELECT ON due TO contribution_scheduler;
GRANT INSERT, SELECT, UPDATE ON goal TO contribution;
GRANT INSERT, SELECT ON inbox TO contribution;
GRANT INSERT, SELECT ON journal TO contribution;
GRANT SELECT ON journal TO redactor;
GRANT SELECT ON journal TO relay;
GRANT INSERT, SELECT, UPDATE ON need TO contribution;
GRANT SELECT ON need TO redactor;
GRANT INSERT, SELECT, UPDATE ON pulse TO contribution;
GRANT INSERT, SELECT ON refusal TO contribution;
GRANT SELECT ON refusal TO redactor;
GRANT INSERT, SELECT ON required_agreement TO contribution;
GRANT DELETE, SELECT ON standing TO redactor;
GRANT INSERT, SELECT, UPDATE ON standing TO contribution;

GRANT UPDATE (body) ON contribution TO redactor;
GRANT UPDATE (note) ON acknowledgement TO redactor;
GRANT UPDATE (payload) ON journal TO redactor;
GRANT UPDATE (reason) ON refusal TO redactor;
GRANT UPDATE (title) ON activity TO redactor;
GRANT UPDATE (title) ON contribution TO redactor;
GRANT UPDATE (title) ON need TO redactor;

GRANT EXECUTE ON FUNCTION erase_person(uuid,boolean) TO contribution;
GRANT EXECUTE ON FUNCTION search_titles(uuid,text,text,text[],timestamp with time zone,uuid,integer) TO contribution;
REVOKE EXECUTE ON FUNCTION ensure_journal_partitions(date,integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION erase_titles_told(uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION secure_tenant_table(text,text) FROM PUBLIC;

ALTER PUBLICATION commonweal_journal ADD TABLE journal;
