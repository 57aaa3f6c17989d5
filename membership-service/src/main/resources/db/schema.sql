-- The sum of the migrations of schema membership, read from the catalog. A test compares it; nobody edits it.

CREATE TABLE accepted_agreement (
    alliance_id uuid NOT NULL,
    person_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE affiliation (
    alliance_id uuid NOT NULL,
    person_id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    organization_id uuid,
    until timestamp with time zone
);
CREATE TABLE agreement_acceptance (
    alliance_id uuid NOT NULL,
    person_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    version bigint NOT NULL,
    accepted_by uuid NOT NULL,
    accepted_at timestamp with time zone NOT NULL
);
CREATE TABLE agreement_version (
    alliance_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    version bigint NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    changes text NOT NULL,
    required_from timestamp with time zone NOT NULL,
    afterwards text NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL
);
CREATE TABLE alliance (
    alliance_id uuid NOT NULL,
    name text NOT NULL,
    slug text NOT NULL,
    time_zone text NOT NULL,
    acknowledgement_seconds bigint NOT NULL,
    quorum_per_million integer NOT NULL,
    threshold_per_million integer NOT NULL,
    ballot_seconds bigint NOT NULL,
    founder uuid NOT NULL,
    founded_at timestamp with time zone NOT NULL,
    history boolean NOT NULL
);
CREATE TABLE alumnus (
    alliance_id uuid NOT NULL,
    person_id uuid NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    wanted boolean NOT NULL,
    welcomed boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    welcomed_by uuid
);
CREATE TABLE application (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    email text NOT NULL,
    organization_id uuid NOT NULL,
    questions_version bigint NOT NULL,
    answers text[] NOT NULL,
    state text NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    decided_by uuid,
    reason text,
    offer_id uuid,
    mailed_at timestamp with time zone,
    version bigint NOT NULL
);
CREATE TABLE clock (
    shift interval NOT NULL
);
CREATE TABLE deputy (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    delegate_id uuid NOT NULL,
    person_id uuid NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    named_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE due (
    alliance_id uuid NOT NULL,
    kind text NOT NULL,
    subject uuid NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE eligible_person (
    alliance_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    user_name text NOT NULL,
    external_id text,
    display_name text,
    email text,
    active boolean NOT NULL,
    person_id uuid,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE executed_decision (
    alliance_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    outcome text NOT NULL,
    refusal text,
    at timestamp with time zone NOT NULL
);
CREATE TABLE founded_fork (
    parent uuid NOT NULL,
    fork uuid NOT NULL,
    alliance_id uuid NOT NULL
);
CREATE TABLE front_door (
    alliance_id uuid NOT NULL,
    version bigint NOT NULL,
    open boolean NOT NULL,
    questions text[] NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamp with time zone NOT NULL
);
CREATE TABLE handover (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    from_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    state text NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE inbox (
    alliance_id uuid NOT NULL,
    event_id uuid NOT NULL,
    at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE invitation (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    organization_id uuid NOT NULL,
    inviter_id uuid NOT NULL,
    inviter_organization_id uuid NOT NULL,
    reason text NOT NULL,
    ask text NOT NULL,
    text_hash bytea NOT NULL,
    state text NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answered_by uuid,
    mailed_at timestamp with time zone,
    version bigint NOT NULL,
    class text NOT NULL DEFAULT 'MEMBER'::text,
    call uuid
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
CREATE TABLE login (
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL,
    provider text NOT NULL,
    email text NOT NULL,
    first_seen timestamp with time zone NOT NULL
);
CREATE TABLE login_provider (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    alias text NOT NULL,
    name text NOT NULL,
    protocol text NOT NULL,
    address text,
    client_id text,
    sealed_secret text,
    metadata text,
    state text NOT NULL,
    written_version bigint NOT NULL DEFAULT 0,
    written_at timestamp with time zone,
    fault text,
    test_id uuid,
    tested_from timestamp with time zone,
    test_result text,
    set_by uuid NOT NULL,
    set_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE mail_domain (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    organization_id uuid NOT NULL,
    name text NOT NULL,
    token text NOT NULL,
    state text NOT NULL,
    named_by uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    method text,
    proved_at timestamp with time zone,
    finding text,
    seen text[] NOT NULL DEFAULT '{}'::text[],
    looked_at timestamp with time zone,
    failing_since timestamp with time zone,
    ended_at timestamp with time zone,
    mailbox text,
    mail_asked_at timestamp with time zone,
    mail_code text,
    mail_hash bytea,
    version bigint NOT NULL
);
CREATE TABLE mailed_ask (
    alliance_id uuid NOT NULL,
    ask_id uuid NOT NULL,
    person_id uuid NOT NULL,
    mailed_at timestamp with time zone NOT NULL
);
CREATE TABLE membership (
    alliance_id uuid NOT NULL,
    person_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    class text NOT NULL,
    delegate boolean NOT NULL,
    state text NOT NULL,
    own_interest text NOT NULL,
    accepted_by uuid NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_reason text,
    version bigint NOT NULL,
    administrator boolean NOT NULL DEFAULT false,
    suspended_at timestamp with time zone,
    call uuid,
    left_with uuid,
    told_at timestamp with time zone
);
CREATE TABLE merger (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    from_id uuid NOT NULL,
    into_id uuid NOT NULL,
    proposed_by uuid NOT NULL,
    state text NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    answered_by uuid,
    answered_at timestamp with time zone,
    version bigint NOT NULL
);
CREATE TABLE move (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    offered_by uuid NOT NULL,
    reason text NOT NULL,
    state text NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    code_hash bytea,
    answered_at timestamp with time zone,
    from_id uuid,
    version bigint NOT NULL,
    kind text NOT NULL DEFAULT 'MOVE'::text
);
CREATE TABLE new_login (
    alliance_id uuid NOT NULL,
    person_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    command uuid NOT NULL,
    code_hash bytea NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    taken_at timestamp with time zone
);
CREATE TABLE office (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    office text NOT NULL,
    person_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    until date NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    cause text,
    ended_by uuid,
    offered_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE organization (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    colour text NOT NULL,
    role text NOT NULL,
    mail_domains text[] NOT NULL,
    provider text,
    enrolled_at timestamp with time zone NOT NULL,
    seats integer,
    left_at timestamp with time zone,
    version bigint NOT NULL DEFAULT 1,
    leaves_at timestamp with time zone
);
CREATE TABLE person (
    id uuid NOT NULL,
    name text NOT NULL,
    email text,
    registered_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone
);
CREATE TABLE prepared_fork (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    purpose_id uuid NOT NULL,
    prepared_by uuid NOT NULL
);
CREATE TABLE profile (
    person_id uuid NOT NULL,
    display_name text,
    expertise text[] NOT NULL,
    language text,
    by_mail_only boolean NOT NULL,
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
CREATE TABLE rulebook (
    alliance_id uuid NOT NULL,
    version integer NOT NULL,
    decision uuid,
    title text,
    seats_per_firm_max integer,
    rules jsonb NOT NULL
);
CREATE TABLE scim_token (
    alliance_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    hash bytea NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE secondment (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    how text,
    ended_by uuid,
    reason text
);
CREATE TABLE slug (
    slug text NOT NULL,
    alliance_id uuid NOT NULL
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
CREATE TABLE tombstone (
    hash bytea NOT NULL,
    person_id uuid NOT NULL,
    erasure_id uuid NOT NULL,
    work text NOT NULL,
    at timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone
);
CREATE TABLE unclaimed_person (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    pseudonym text NOT NULL,
    imported_at timestamp with time zone NOT NULL
);

CREATE TABLE journal_default PARTITION OF journal DEFAULT;

ALTER TABLE accepted_agreement ADD CONSTRAINT accepted_agreement_pkey PRIMARY KEY (alliance_id, person_id, agreement_id);
ALTER TABLE affiliation ADD CONSTRAINT affiliation_alliance_id_fkey FOREIGN KEY (alliance_id) REFERENCES alliance(alliance_id);
ALTER TABLE affiliation ADD CONSTRAINT affiliation_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE affiliation ADD CONSTRAINT affiliation_pkey PRIMARY KEY (alliance_id, person_id, since);
ALTER TABLE agreement_acceptance ADD CONSTRAINT agreement_acceptance_alliance_id_agreement_id_version_fkey FOREIGN KEY (alliance_id, agreement_id, version) REFERENCES agreement_version(alliance_id, agreement_id, version);
ALTER TABLE agreement_acceptance ADD CONSTRAINT agreement_acceptance_check CHECK ((accepted_by = person_id));
ALTER TABLE agreement_acceptance ADD CONSTRAINT agreement_acceptance_pkey PRIMARY KEY (alliance_id, person_id, agreement_id, version);
ALTER TABLE agreement_version ADD CONSTRAINT agreement_version_afterwards_check CHECK ((afterwards = ANY (ARRAY['EVERYTHING'::text, 'READING'::text])));
ALTER TABLE agreement_version ADD CONSTRAINT agreement_version_alliance_id_fkey FOREIGN KEY (alliance_id) REFERENCES alliance(alliance_id);
ALTER TABLE agreement_version ADD CONSTRAINT agreement_version_alliance_id_id_key UNIQUE (alliance_id, id);
ALTER TABLE agreement_version ADD CONSTRAINT agreement_version_changes_check CHECK ((char_length(changes) <= 2000));
ALTER TABLE agreement_version ADD CONSTRAINT agreement_version_check CHECK ((written_at <= required_from));
ALTER TABLE agreement_version ADD CONSTRAINT agreement_version_pkey PRIMARY KEY (alliance_id, agreement_id, version);
ALTER TABLE agreement_version ADD CONSTRAINT agreement_version_text_check CHECK (((char_length(text) >= 1) AND (char_length(text) <= 20000)));
ALTER TABLE agreement_version ADD CONSTRAINT agreement_version_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 120)));
ALTER TABLE agreement_version ADD CONSTRAINT agreement_version_version_check CHECK ((version > 0));
ALTER TABLE alliance ADD CONSTRAINT alliance_acknowledgement_seconds_check CHECK ((acknowledgement_seconds > 0));
ALTER TABLE alliance ADD CONSTRAINT alliance_ballot_seconds_check CHECK ((ballot_seconds > 0));
ALTER TABLE alliance ADD CONSTRAINT alliance_pkey PRIMARY KEY (alliance_id);
ALTER TABLE alumnus ADD CONSTRAINT alumnus_alliance_id_person_id_fkey FOREIGN KEY (alliance_id, person_id) REFERENCES membership(alliance_id, person_id);
ALTER TABLE alumnus ADD CONSTRAINT alumnus_alliance_id_welcomed_by_fkey FOREIGN KEY (alliance_id, welcomed_by) REFERENCES membership(alliance_id, person_id);
ALTER TABLE alumnus ADD CONSTRAINT alumnus_pkey PRIMARY KEY (alliance_id, person_id);
ALTER TABLE application ADD CONSTRAINT application_alliance_id_offer_id_fkey FOREIGN KEY (alliance_id, offer_id) REFERENCES invitation(alliance_id, id);
ALTER TABLE application ADD CONSTRAINT application_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE application ADD CONSTRAINT application_alliance_id_questions_version_fkey FOREIGN KEY (alliance_id, questions_version) REFERENCES front_door(alliance_id, version);
ALTER TABLE application ADD CONSTRAINT application_answers_check CHECK ((cardinality(answers) <= 10));
ALTER TABLE application ADD CONSTRAINT application_check CHECK (((state <> 'REFUSED'::text) OR (char_length(reason) > 0)));
ALTER TABLE application ADD CONSTRAINT application_check1 CHECK (((state = 'ACCEPTED'::text) = (offer_id IS NOT NULL)));
ALTER TABLE application ADD CONSTRAINT application_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE application ADD CONSTRAINT application_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'ACCEPTED'::text, 'REFUSED'::text, 'WITHDRAWN'::text])));
ALTER TABLE deputy ADD CONSTRAINT deputy_alliance_id_delegate_id_fkey FOREIGN KEY (alliance_id, delegate_id) REFERENCES membership(alliance_id, person_id);
ALTER TABLE deputy ADD CONSTRAINT deputy_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE deputy ADD CONSTRAINT deputy_alliance_id_person_id_fkey FOREIGN KEY (alliance_id, person_id) REFERENCES membership(alliance_id, person_id);
ALTER TABLE deputy ADD CONSTRAINT deputy_check CHECK ((person_id <> delegate_id));
ALTER TABLE deputy ADD CONSTRAINT deputy_check1 CHECK ((until_at > from_at));
ALTER TABLE deputy ADD CONSTRAINT deputy_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE deputy ADD CONSTRAINT deputy_state_check CHECK ((state = ANY (ARRAY['NAMED'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'ENDED'::text])));
ALTER TABLE due ADD CONSTRAINT due_pkey PRIMARY KEY (alliance_id, kind, subject);
ALTER TABLE eligible_person ADD CONSTRAINT eligible_person_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE eligible_person ADD CONSTRAINT eligible_person_display_name_check CHECK ((char_length(display_name) <= 200));
ALTER TABLE eligible_person ADD CONSTRAINT eligible_person_email_check CHECK ((char_length(email) <= 320));
ALTER TABLE eligible_person ADD CONSTRAINT eligible_person_external_id_check CHECK ((char_length(external_id) <= 320));
ALTER TABLE eligible_person ADD CONSTRAINT eligible_person_pkey PRIMARY KEY (alliance_id, organization_id, id);
ALTER TABLE eligible_person ADD CONSTRAINT eligible_person_user_name_check CHECK (((char_length(user_name) >= 1) AND (char_length(user_name) <= 320)));
ALTER TABLE executed_decision ADD CONSTRAINT executed_decision_check CHECK (((outcome = 'REFUSED'::text) = (refusal IS NOT NULL)));
ALTER TABLE executed_decision ADD CONSTRAINT executed_decision_outcome_check CHECK ((outcome = ANY (ARRAY['DONE'::text, 'REFUSED'::text])));
ALTER TABLE executed_decision ADD CONSTRAINT executed_decision_pkey PRIMARY KEY (alliance_id, decision_id);
ALTER TABLE founded_fork ADD CONSTRAINT founded_fork_pkey PRIMARY KEY (parent, fork);
ALTER TABLE front_door ADD CONSTRAINT front_door_alliance_id_fkey FOREIGN KEY (alliance_id) REFERENCES alliance(alliance_id);
ALTER TABLE front_door ADD CONSTRAINT front_door_pkey PRIMARY KEY (alliance_id, version);
ALTER TABLE front_door ADD CONSTRAINT front_door_questions_check CHECK ((cardinality(questions) <= 10));
ALTER TABLE front_door ADD CONSTRAINT front_door_version_check CHECK ((version > 0));
ALTER TABLE handover ADD CONSTRAINT handover_alliance_id_from_id_fkey FOREIGN KEY (alliance_id, from_id) REFERENCES membership(alliance_id, person_id);
ALTER TABLE handover ADD CONSTRAINT handover_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE handover ADD CONSTRAINT handover_alliance_id_person_id_fkey FOREIGN KEY (alliance_id, person_id) REFERENCES membership(alliance_id, person_id);
ALTER TABLE handover ADD CONSTRAINT handover_check CHECK ((person_id <> from_id));
ALTER TABLE handover ADD CONSTRAINT handover_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE handover ADD CONSTRAINT handover_role_check CHECK ((role = ANY (ARRAY['ADMINISTRATOR'::text, 'DELEGATE'::text])));
ALTER TABLE handover ADD CONSTRAINT handover_state_check CHECK ((state = ANY (ARRAY['OFFERED'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'WITHDRAWN'::text, 'LAPSED'::text])));
ALTER TABLE inbox ADD CONSTRAINT inbox_pkey PRIMARY KEY (alliance_id, event_id);
ALTER TABLE invitation ADD CONSTRAINT invitation_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE invitation ADD CONSTRAINT invitation_call_check CHECK (((class = 'GUEST'::text) = (call IS NOT NULL)));
ALTER TABLE invitation ADD CONSTRAINT invitation_class_check CHECK ((class = ANY (ARRAY['MEMBER'::text, 'EXPERT'::text, 'CUSTOMER'::text, 'GUEST'::text])));
ALTER TABLE invitation ADD CONSTRAINT invitation_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE invitation ADD CONSTRAINT invitation_state_check CHECK ((state = ANY (ARRAY['SENT'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'WITHDRAWN'::text])));
ALTER TABLE journal ADD CONSTRAINT journal_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE login ADD CONSTRAINT login_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE login ADD CONSTRAINT login_pkey PRIMARY KEY (issuer, subject);
ALTER TABLE login_provider ADD CONSTRAINT login_provider_address_check CHECK ((char_length(address) <= 2000));
ALTER TABLE login_provider ADD CONSTRAINT login_provider_alias_check CHECK ((alias ~ '^own-[0-9a-f-]{36}$'::text));
ALTER TABLE login_provider ADD CONSTRAINT login_provider_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE login_provider ADD CONSTRAINT login_provider_check CHECK (((protocol <> 'OIDC'::text) OR ((client_id IS NOT NULL) AND (sealed_secret IS NOT NULL))));
ALTER TABLE login_provider ADD CONSTRAINT login_provider_check1 CHECK (((state <> ALL (ARRAY['TESTED'::text, 'LIVE'::text])) OR (test_result IS NOT NULL)));
ALTER TABLE login_provider ADD CONSTRAINT login_provider_client_id_check CHECK ((char_length(client_id) <= 200));
ALTER TABLE login_provider ADD CONSTRAINT login_provider_metadata_check CHECK ((char_length(metadata) <= 200000));
ALTER TABLE login_provider ADD CONSTRAINT login_provider_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80)));
ALTER TABLE login_provider ADD CONSTRAINT login_provider_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE login_provider ADD CONSTRAINT login_provider_protocol_check CHECK ((protocol = ANY (ARRAY['OIDC'::text, 'SAML'::text])));
ALTER TABLE login_provider ADD CONSTRAINT login_provider_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'TESTED'::text, 'LIVE'::text, 'RETIRED'::text])));
ALTER TABLE mail_domain ADD CONSTRAINT mail_domain_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE mail_domain ADD CONSTRAINT mail_domain_check CHECK (((state <> 'PROVED'::text) OR ((method IS NOT NULL) AND (proved_at IS NOT NULL))));
ALTER TABLE mail_domain ADD CONSTRAINT mail_domain_finding_check CHECK ((finding = ANY (ARRAY['FOUND'::text, 'NOT_FOUND'::text, 'OTHER_VALUE'::text, 'NO_ANSWER'::text])));
ALTER TABLE mail_domain ADD CONSTRAINT mail_domain_mail_hash_check CHECK ((length(mail_hash) = 32));
ALTER TABLE mail_domain ADD CONSTRAINT mail_domain_mailbox_check CHECK ((mailbox = ANY (ARRAY['POSTMASTER'::text, 'HOSTMASTER'::text, 'ADMIN'::text])));
ALTER TABLE mail_domain ADD CONSTRAINT mail_domain_method_check CHECK ((method = ANY (ARRAY['DNS'::text, 'MAIL'::text])));
ALTER TABLE mail_domain ADD CONSTRAINT mail_domain_name_check CHECK (((name = lower(name)) AND (char_length(name) <= 253)));
ALTER TABLE mail_domain ADD CONSTRAINT mail_domain_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE mail_domain ADD CONSTRAINT mail_domain_seen_check CHECK ((cardinality(seen) <= 5));
ALTER TABLE mail_domain ADD CONSTRAINT mail_domain_state_check CHECK ((state = ANY (ARRAY['CLAIMED'::text, 'PROVED'::text, 'LOST'::text, 'GIVEN_UP'::text])));
ALTER TABLE mailed_ask ADD CONSTRAINT mailed_ask_alliance_id_person_id_fkey FOREIGN KEY (alliance_id, person_id) REFERENCES membership(alliance_id, person_id);
ALTER TABLE mailed_ask ADD CONSTRAINT mailed_ask_pkey PRIMARY KEY (alliance_id, ask_id, person_id);
ALTER TABLE membership ADD CONSTRAINT membership_alliance_id_fkey FOREIGN KEY (alliance_id) REFERENCES alliance(alliance_id);
ALTER TABLE membership ADD CONSTRAINT membership_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE membership ADD CONSTRAINT membership_call_check CHECK (((class = 'GUEST'::text) = (call IS NOT NULL)));
ALTER TABLE membership ADD CONSTRAINT membership_check CHECK ((accepted_by = person_id));
ALTER TABLE membership ADD CONSTRAINT membership_class_check CHECK ((class = ANY (ARRAY['MEMBER'::text, 'EXPERT'::text, 'CUSTOMER'::text, 'GUEST'::text])));
ALTER TABLE membership ADD CONSTRAINT membership_office_check CHECK (((class = 'MEMBER'::text) OR (NOT (delegate OR administrator))));
ALTER TABLE membership ADD CONSTRAINT membership_pkey PRIMARY KEY (alliance_id, person_id);
ALTER TABLE membership ADD CONSTRAINT membership_state_check CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'LEFT'::text, 'REMOVED'::text])));
ALTER TABLE merger ADD CONSTRAINT merger_alliance_id_from_id_fkey FOREIGN KEY (alliance_id, from_id) REFERENCES organization(alliance_id, id);
ALTER TABLE merger ADD CONSTRAINT merger_alliance_id_into_id_fkey FOREIGN KEY (alliance_id, into_id) REFERENCES organization(alliance_id, id);
ALTER TABLE merger ADD CONSTRAINT merger_check CHECK ((from_id <> into_id));
ALTER TABLE merger ADD CONSTRAINT merger_check1 CHECK (((state = 'PROPOSED'::text) = (answered_at IS NULL)));
ALTER TABLE merger ADD CONSTRAINT merger_check2 CHECK (((answered_by IS NULL) = (answered_at IS NULL)));
ALTER TABLE merger ADD CONSTRAINT merger_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE merger ADD CONSTRAINT merger_state_check CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'WITHDRAWN'::text])));
ALTER TABLE move ADD CONSTRAINT move_alliance_id_from_id_fkey FOREIGN KEY (alliance_id, from_id) REFERENCES organization(alliance_id, id);
ALTER TABLE move ADD CONSTRAINT move_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE move ADD CONSTRAINT move_alliance_id_person_id_fkey FOREIGN KEY (alliance_id, person_id) REFERENCES membership(alliance_id, person_id);
ALTER TABLE move ADD CONSTRAINT move_check CHECK (((state = 'OFFERED'::text) = (answered_at IS NULL)));
ALTER TABLE move ADD CONSTRAINT move_check1 CHECK (((state = 'ACCEPTED'::text) = (from_id IS NOT NULL)));
ALTER TABLE move ADD CONSTRAINT move_code_hash_check CHECK ((length(code_hash) = 32));
ALTER TABLE move ADD CONSTRAINT move_kind_check CHECK ((kind = ANY (ARRAY['MOVE'::text, 'SECONDMENT'::text])));
ALTER TABLE move ADD CONSTRAINT move_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE move ADD CONSTRAINT move_reason_check CHECK (((char_length(reason) >= 20) AND (char_length(reason) <= 2000)));
ALTER TABLE move ADD CONSTRAINT move_state_check CHECK ((state = ANY (ARRAY['OFFERED'::text, 'ACCEPTED'::text, 'DECLINED'::text])));
ALTER TABLE new_login ADD CONSTRAINT new_login_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE new_login ADD CONSTRAINT new_login_alliance_id_person_id_fkey FOREIGN KEY (alliance_id, person_id) REFERENCES membership(alliance_id, person_id);
ALTER TABLE new_login ADD CONSTRAINT new_login_code_hash_check CHECK ((length(code_hash) = 32));
ALTER TABLE new_login ADD CONSTRAINT new_login_pkey PRIMARY KEY (alliance_id, person_id);
ALTER TABLE office ADD CONSTRAINT office_alliance_id_id_fkey FOREIGN KEY (alliance_id, id) REFERENCES executed_decision(alliance_id, decision_id);
ALTER TABLE office ADD CONSTRAINT office_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE office ADD CONSTRAINT office_alliance_id_person_id_fkey FOREIGN KEY (alliance_id, person_id) REFERENCES membership(alliance_id, person_id);
ALTER TABLE office ADD CONSTRAINT office_cause_check CHECK ((cause = ANY (ARRAY['RESIGNED'::text, 'DECIDED'::text, 'EXPIRED'::text, 'LEFT'::text, 'REMOVED'::text, 'FIRM_LEFT'::text, 'SUSPENDED'::text, 'FIRM_FULL'::text])));
ALTER TABLE office ADD CONSTRAINT office_check CHECK (((state = 'ENDED'::text) = (cause IS NOT NULL)));
ALTER TABLE office ADD CONSTRAINT office_check1 CHECK (((COALESCE(cause, ''::text) = 'DECIDED'::text) = (ended_by IS NOT NULL)));
ALTER TABLE office ADD CONSTRAINT office_office_check CHECK ((office ~ '^[A-Z][A-Z_]{1,31}$'::text));
ALTER TABLE office ADD CONSTRAINT office_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE office ADD CONSTRAINT office_state_check CHECK ((state = ANY (ARRAY['OFFERED'::text, 'HELD'::text, 'DECLINED'::text, 'ENDED'::text])));
ALTER TABLE organization ADD CONSTRAINT organization_alliance_id_fkey FOREIGN KEY (alliance_id) REFERENCES alliance(alliance_id);
ALTER TABLE organization ADD CONSTRAINT organization_colour_check CHECK ((colour ~ '^#[0-9a-f]{6}$'::text));
ALTER TABLE organization ADD CONSTRAINT organization_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE organization ADD CONSTRAINT organization_role_check CHECK ((role = ANY (ARRAY['FIRM'::text, 'SPONSOR'::text, 'HISTORICAL'::text])));
ALTER TABLE organization ADD CONSTRAINT organization_seats_check CHECK (((seats >= 1) AND (seats <= 100000)));
ALTER TABLE person ADD CONSTRAINT person_email_check CHECK ((char_length(email) <= 320));
ALTER TABLE person ADD CONSTRAINT person_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
ALTER TABLE person ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE prepared_fork ADD CONSTRAINT prepared_fork_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE profile ADD CONSTRAINT profile_display_name_check CHECK (((char_length(display_name) >= 1) AND (char_length(display_name) <= 200)));
ALTER TABLE profile ADD CONSTRAINT profile_expertise_check CHECK ((cardinality(expertise) <= 20));
ALTER TABLE profile ADD CONSTRAINT profile_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'::text));
ALTER TABLE profile ADD CONSTRAINT profile_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE profile ADD CONSTRAINT profile_pkey PRIMARY KEY (person_id);
ALTER TABLE profile ADD CONSTRAINT profile_version_check CHECK ((version > 0));
ALTER TABLE pulse ADD CONSTRAINT pulse_pkey PRIMARY KEY (partition);
ALTER TABLE required_agreement ADD CONSTRAINT required_agreement_pkey PRIMARY KEY (alliance_id, agreement_id, version);
ALTER TABLE rulebook ADD CONSTRAINT rulebook_pkey PRIMARY KEY (alliance_id, version);
ALTER TABLE rulebook ADD CONSTRAINT rulebook_seats_per_firm_max_check CHECK ((seats_per_firm_max > 0));
ALTER TABLE rulebook ADD CONSTRAINT rulebook_version_check CHECK ((version > 0));
ALTER TABLE scim_token ADD CONSTRAINT scim_token_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE scim_token ADD CONSTRAINT scim_token_hash_check CHECK ((length(hash) = 32));
ALTER TABLE scim_token ADD CONSTRAINT scim_token_pkey PRIMARY KEY (alliance_id, organization_id);
ALTER TABLE secondment ADD CONSTRAINT secondment_alliance_id_id_fkey FOREIGN KEY (alliance_id, id) REFERENCES move(alliance_id, id);
ALTER TABLE secondment ADD CONSTRAINT secondment_alliance_id_organization_id_fkey FOREIGN KEY (alliance_id, organization_id) REFERENCES organization(alliance_id, id);
ALTER TABLE secondment ADD CONSTRAINT secondment_alliance_id_person_id_fkey FOREIGN KEY (alliance_id, person_id) REFERENCES membership(alliance_id, person_id);
ALTER TABLE secondment ADD CONSTRAINT secondment_check CHECK (((until IS NULL) = (how IS NULL)));
ALTER TABLE secondment ADD CONSTRAINT secondment_how_check CHECK ((how = ANY (ARRAY['LEFT'::text, 'REMOVED'::text, 'DIRECTORY'::text, 'FIRM_LEFT'::text, 'HOME_ENDED'::text])));
ALTER TABLE secondment ADD CONSTRAINT secondment_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE secondment ADD CONSTRAINT secondment_reason_check CHECK ((char_length(reason) <= 2000));
ALTER TABLE slug ADD CONSTRAINT slug_alliance_id_key UNIQUE (alliance_id);
ALTER TABLE slug ADD CONSTRAINT slug_pkey PRIMARY KEY (slug);
ALTER TABLE slug ADD CONSTRAINT slug_slug_check CHECK ((slug ~ '^[a-z][a-z0-9-]{1,58}[a-z0-9]$'::text));
ALTER TABLE standing ADD CONSTRAINT standing_call_check CHECK (((state <> 'GUEST'::text) OR (call IS NOT NULL)));
ALTER TABLE standing ADD CONSTRAINT standing_pkey PRIMARY KEY (alliance_id, issuer, subject);
ALTER TABLE standing ADD CONSTRAINT standing_state_check CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'GUEST'::text, 'ENDED'::text])));
ALTER TABLE tombstone ADD CONSTRAINT tombstone_hash_check CHECK ((length(hash) = 32));
ALTER TABLE tombstone ADD CONSTRAINT tombstone_pkey PRIMARY KEY (hash);
ALTER TABLE tombstone ADD CONSTRAINT tombstone_work_check CHECK ((work = ANY (ARRAY['KEEP'::text, 'ERASE'::text])));
ALTER TABLE unclaimed_person ADD CONSTRAINT unclaimed_person_alliance_id_fkey FOREIGN KEY (alliance_id) REFERENCES alliance(alliance_id);
ALTER TABLE unclaimed_person ADD CONSTRAINT unclaimed_person_pkey PRIMARY KEY (alliance_id, id);

CREATE INDEX application_by_person ON membership.application USING btree (alliance_id, person_id, decided_at);
CREATE INDEX deputy_by_delegate ON membership.deputy USING btree (alliance_id, delegate_id, state);
CREATE INDEX deputy_by_organization ON membership.deputy USING btree (alliance_id, organization_id, id DESC);
CREATE INDEX due_by_time ON membership.due USING btree (at);
CREATE INDEX handover_by_giver ON membership.handover USING btree (alliance_id, from_id, id DESC);
CREATE INDEX handover_by_person ON membership.handover USING btree (alliance_id, person_id, id DESC);
CREATE INDEX invitation_by_inviter ON membership.invitation USING btree (alliance_id, inviter_id, sent_at DESC);
CREATE INDEX invitation_by_organization ON membership.invitation USING btree (alliance_id, organization_id, state);
CREATE INDEX login_by_person ON membership.login USING btree (person_id);
CREATE INDEX login_provider_by_organization ON membership.login_provider USING btree (alliance_id, organization_id, state);
CREATE INDEX membership_by_organization ON membership.membership USING btree (alliance_id, organization_id, state);
CREATE INDEX merger_by_from ON membership.merger USING btree (alliance_id, from_id, id DESC);
CREATE INDEX merger_by_into ON membership.merger USING btree (alliance_id, into_id, id DESC);
CREATE INDEX move_by_organization ON membership.move USING btree (alliance_id, organization_id, id DESC);
CREATE INDEX move_by_person ON membership.move USING btree (alliance_id, person_id, id DESC);
CREATE INDEX office_by_organization ON membership.office USING btree (alliance_id, organization_id) WHERE (state = ANY (ARRAY['OFFERED'::text, 'HELD'::text]));
CREATE INDEX person_by_email ON membership.person USING btree (email);
CREATE INDEX secondment_by_organization ON membership.secondment USING btree (alliance_id, organization_id) WHERE (until IS NULL);
CREATE INDEX standing_by_person ON membership.standing USING btree (alliance_id, person_id);
CREATE UNIQUE INDEX application_open ON membership.application USING btree (alliance_id, person_id) WHERE (state = 'OPEN'::text);
CREATE UNIQUE INDEX eligible_person_by_name ON membership.eligible_person USING btree (alliance_id, organization_id, lower(user_name));
CREATE UNIQUE INDEX handover_open ON membership.handover USING btree (alliance_id, organization_id, from_id, role) WHERE (state = 'OFFERED'::text);
CREATE UNIQUE INDEX mail_domain_named ON membership.mail_domain USING btree (alliance_id, organization_id, name) WHERE (state <> 'GIVEN_UP'::text);
CREATE UNIQUE INDEX mail_domain_proved ON membership.mail_domain USING btree (alliance_id, name) WHERE (state = 'PROVED'::text);
CREATE UNIQUE INDEX new_login_by_code ON membership.new_login USING btree (alliance_id, code_hash);
CREATE UNIQUE INDEX office_open ON membership.office USING btree (alliance_id, person_id, office) WHERE (state = ANY (ARRAY['OFFERED'::text, 'HELD'::text]));
CREATE UNIQUE INDEX secondment_open ON membership.secondment USING btree (alliance_id, person_id) WHERE (until IS NULL);

CREATE VIEW place AS
 SELECT membership.alliance_id,
    membership.person_id,
    membership.organization_id,
    membership.class,
    membership.delegate,
    membership.administrator,
    membership.joined_at,
    membership.suspended_at,
    false AS besides
   FROM membership
  WHERE (membership.state = 'ACTIVE'::text)
UNION ALL
 SELECT secondment.alliance_id,
    secondment.person_id,
    secondment.organization_id,
    'MEMBER'::text AS class,
    false AS delegate,
    false AS administrator,
    secondment.since AS joined_at,
    NULL::timestamp with time zone AS suspended_at,
    true AS besides
   FROM secondment
  WHERE (secondment.until IS NULL);

ALTER TABLE accepted_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE accepted_agreement FORCE ROW LEVEL SECURITY;
ALTER TABLE affiliation ENABLE ROW LEVEL SECURITY;
ALTER TABLE affiliation FORCE ROW LEVEL SECURITY;
ALTER TABLE agreement_acceptance ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_acceptance FORCE ROW LEVEL SECURITY;
ALTER TABLE agreement_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_version FORCE ROW LEVEL SECURITY;
ALTER TABLE alliance ENABLE ROW LEVEL SECURITY;
ALTER TABLE alliance FORCE ROW LEVEL SECURITY;
ALTER TABLE alumnus ENABLE ROW LEVEL SECURITY;
ALTER TABLE alumnus FORCE ROW LEVEL SECURITY;
ALTER TABLE application ENABLE ROW LEVEL SECURITY;
ALTER TABLE application FORCE ROW LEVEL SECURITY;
ALTER TABLE deputy ENABLE ROW LEVEL SECURITY;
ALTER TABLE deputy FORCE ROW LEVEL SECURITY;
ALTER TABLE due ENABLE ROW LEVEL SECURITY;
ALTER TABLE due FORCE ROW LEVEL SECURITY;
ALTER TABLE eligible_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE eligible_person FORCE ROW LEVEL SECURITY;
ALTER TABLE executed_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE executed_decision FORCE ROW LEVEL SECURITY;
ALTER TABLE founded_fork ENABLE ROW LEVEL SECURITY;
ALTER TABLE founded_fork FORCE ROW LEVEL SECURITY;
ALTER TABLE front_door ENABLE ROW LEVEL SECURITY;
ALTER TABLE front_door FORCE ROW LEVEL SECURITY;
ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover FORCE ROW LEVEL SECURITY;
ALTER TABLE inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox FORCE ROW LEVEL SECURITY;
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal FORCE ROW LEVEL SECURITY;
ALTER TABLE login ENABLE ROW LEVEL SECURITY;
ALTER TABLE login FORCE ROW LEVEL SECURITY;
ALTER TABLE login_provider ENABLE ROW LEVEL SECURITY;
ALTER TABLE login_provider FORCE ROW LEVEL SECURITY;
ALTER TABLE mail_domain ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_domain FORCE ROW LEVEL SECURITY;
ALTER TABLE mailed_ask ENABLE ROW LEVEL SECURITY;
ALTER TABLE mailed_ask FORCE ROW LEVEL SECURITY;
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
ALTER TABLE merger ENABLE ROW LEVEL SECURITY;
ALTER TABLE merger FORCE ROW LEVEL SECURITY;
ALTER TABLE move ENABLE ROW LEVEL SECURITY;
ALTER TABLE move FORCE ROW LEVEL SECURITY;
ALTER TABLE new_login ENABLE ROW LEVEL SECURITY;
ALTER TABLE new_login FORCE ROW LEVEL SECURITY;
ALTER TABLE office ENABLE ROW LEVEL SECURITY;
ALTER TABLE office FORCE ROW LEVEL SECURITY;
ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
ALTER TABLE prepared_fork ENABLE ROW LEVEL SECURITY;
ALTER TABLE prepared_fork FORCE ROW LEVEL SECURITY;
ALTER TABLE profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile FORCE ROW LEVEL SECURITY;
ALTER TABLE required_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE required_agreement FORCE ROW LEVEL SECURITY;
ALTER TABLE rulebook ENABLE ROW LEVEL SECURITY;
ALTER TABLE rulebook FORCE ROW LEVEL SECURITY;
ALTER TABLE scim_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE scim_token FORCE ROW LEVEL SECURITY;
ALTER TABLE secondment ENABLE ROW LEVEL SECURITY;
ALTER TABLE secondment FORCE ROW LEVEL SECURITY;
ALTER TABLE slug ENABLE ROW LEVEL SECURITY;
ALTER TABLE slug FORCE ROW LEVEL SECURITY;
ALTER TABLE standing ENABLE ROW LEVEL SECURITY;
ALTER TABLE standing FORCE ROW LEVEL SECURITY;
ALTER TABLE tombstone ENABLE ROW LEVEL SECURITY;
ALTER TABLE tombstone FORCE ROW LEVEL SECURITY;
ALTER TABLE unclaimed_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE unclaimed_person FORCE ROW LEVEL SECURITY;

CREATE POLICY alliance ON accepted_agreement AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON affiliation AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON affiliation AS PERMISSIVE FOR SELECT TO membership
    USING (person_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON agreement_acceptance AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON agreement_acceptance AS PERMISSIVE FOR SELECT TO membership
    USING (person_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY accepted ON agreement_version AS PERMISSIVE FOR SELECT TO membership
    USING ((alliance_id, agreement_id, version) IN ( SELECT a.alliance_id, a.agreement_id, a.version FROM agreement_acceptance a WHERE (a.person_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY alliance ON agreement_version AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON alliance AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY mine ON alliance AS PERMISSIVE FOR SELECT TO membership
    USING (alliance_id IN ( SELECT my_alliances() AS my_alliances));
CREATE POLICY alliance ON alumnus AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON alumnus AS PERMISSIVE FOR SELECT TO membership
    USING (person_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON application AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON application AS PERMISSIVE FOR SELECT TO membership
    USING (person_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON application AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY alliance ON deputy AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON deputy AS PERMISSIVE FOR SELECT TO membership
    USING ((( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif") = person_id) OR (( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif") = delegate_id));
CREATE POLICY alliance ON due AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY scheduler_reads ON due AS PERMISSIVE FOR SELECT TO membership_scheduler
    USING true;
CREATE POLICY alliance ON eligible_person AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON eligible_person AS PERMISSIVE FOR SELECT TO membership
    USING (person_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON eligible_person AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY alliance ON executed_decision AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY founded ON founded_fork AS PERMISSIVE FOR INSERT TO membership
    WITH CHECK (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON front_door AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON handover AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON handover AS PERMISSIVE FOR SELECT TO membership
    USING ((( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif") = person_id) OR (( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif") = from_id));
CREATE POLICY alliance ON inbox AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON invitation AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY answered ON invitation AS PERMISSIVE FOR SELECT TO membership
    USING (answered_by = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY invited ON invitation AS PERMISSIVE FOR SELECT TO membership
    USING (email = ( SELECT NULLIF(current_setting('app.email'::text, true), ''::text) AS "nullif"));
CREATE POLICY redaction ON invitation AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY sent ON invitation AS PERMISSIVE FOR SELECT TO membership
    USING (inviter_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON journal AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON journal AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY relay_reads ON journal AS PERMISSIVE FOR SELECT TO relay
    USING true;
CREATE POLICY of_members ON login AS PERMISSIVE FOR SELECT TO membership
    USING ((issuer, subject) IN ( SELECT standing.issuer, standing.subject FROM standing));
CREATE POLICY own ON login AS PERMISSIVE FOR ALL TO membership
    USING ((issuer = ( SELECT NULLIF(current_setting('app.issuer'::text, true), ''::text) AS "nullif")) AND (subject = ( SELECT NULLIF(current_setting('app.subject'::text, true), ''::text) AS "nullif")));
CREATE POLICY redaction ON login AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY alliance ON login_provider AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON mail_domain AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY mine ON mail_domain AS PERMISSIVE FOR SELECT TO membership
    USING (alliance_id IN ( SELECT my_alliances() AS my_alliances));
CREATE POLICY alliance ON mailed_ask AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON mailed_ask AS PERMISSIVE FOR SELECT TO membership
    USING (person_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON membership AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON membership AS PERMISSIVE FOR SELECT TO membership
    USING (person_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON membership AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY alliance ON merger AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON move AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON move AS PERMISSIVE FOR SELECT TO membership
    USING ((( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif") = person_id) OR (( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif") = offered_by));
CREATE POLICY redaction ON move AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY alliance ON new_login AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON office AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON office AS PERMISSIVE FOR SELECT TO membership
    USING (person_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON organization AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY mine ON organization AS PERMISSIVE FOR SELECT TO membership
    USING (alliance_id IN ( SELECT my_alliances() AS my_alliances));
CREATE POLICY addressee ON person AS PERMISSIVE FOR SELECT TO membership
    USING (email = ( SELECT NULLIF(current_setting('app.addressee'::text, true), ''::text) AS "nullif"));
CREATE POLICY applicants ON person AS PERMISSIVE FOR SELECT TO membership
    USING (id IN ( SELECT application.person_id FROM application));
CREATE POLICY inviters ON person AS PERMISSIVE FOR SELECT TO membership
    USING (id IN ( SELECT invitation.inviter_id FROM invitation WHERE (invitation.email = ( SELECT NULLIF(current_setting('app.email'::text, true), ''::text) AS "nullif"))));
CREATE POLICY members ON person AS PERMISSIVE FOR SELECT TO membership
    USING (id IN ( SELECT membership.person_id FROM membership));
CREATE POLICY own ON person AS PERMISSIVE FOR ALL TO membership
    USING (id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own_login ON person AS PERMISSIVE FOR SELECT TO membership
    USING (id IN ( SELECT login.person_id FROM login));
CREATE POLICY redaction ON person AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY alliance ON prepared_fork AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY addressee ON profile AS PERMISSIVE FOR SELECT TO membership
    USING (person_id IN ( SELECT p.id FROM person p WHERE (p.email = ( SELECT NULLIF(current_setting('app.addressee'::text, true), ''::text) AS "nullif"))));
CREATE POLICY members ON profile AS PERMISSIVE FOR SELECT TO membership
    USING (person_id IN ( SELECT membership.person_id FROM membership));
CREATE POLICY own ON profile AS PERMISSIVE FOR ALL TO membership
    USING (person_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON profile AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY alliance ON required_agreement AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON rulebook AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON scim_token AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON secondment AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON secondment AS PERMISSIVE FOR SELECT TO membership
    USING (person_id = ( SELECT (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON secondment AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY founded ON slug AS PERMISSIVE FOR INSERT TO membership
    WITH CHECK (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY readable ON slug AS PERMISSIVE FOR SELECT TO membership
    USING true;
CREATE POLICY alliance ON standing AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY own ON standing AS PERMISSIVE FOR SELECT TO membership
    USING ((issuer = ( SELECT NULLIF(current_setting('app.issuer'::text, true), ''::text) AS "nullif")) AND (subject = ( SELECT NULLIF(current_setting('app.subject'::text, true), ''::text) AS "nullif")));
CREATE POLICY redaction ON standing AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY own ON tombstone AS PERMISSIVE FOR ALL TO membership
    USING (hash = ( SELECT login_hash(current_setting('app.issuer'::text, true), current_setting('app.subject'::text, true)) AS login_hash));
CREATE POLICY redaction ON tombstone AS PERMISSIVE FOR ALL TO redactor
    USING true;
CREATE POLICY alliance ON unclaimed_person AS PERMISSIVE FOR ALL TO membership
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));

CREATE OR REPLACE FUNCTION membership.app_alliance()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid
;
CREATE OR REPLACE FUNCTION membership.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
RETURN (now() + COALESCE((SELECT sum(clock.shift) AS sum FROM clock), '00:00:00'::interval))
;
CREATE OR REPLACE FUNCTION membership.ensure_journal_partitions(first date, months integer)
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
CREATE OR REPLACE FUNCTION membership.erase_person(by_erasure uuid, with_work text)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'membership', 'pg_temp'
AS $function$
DECLARE
    erased    uuid := nullif(current_setting('app.person', true), '')::uuid;
    moment    timestamptz := app_now();
    addresses text[];
BEGIN
    IF NOT EXISTS (
        SELECT FROM login l WHERE l.person_id = erased
          AND l.issuer = current_setting('app.issuer', true)
          AND l.subject = current_setting('app.subject', true)) THEN
        RETURN NULL;
    END IF;
    addresses := ARRAY(
        SELECT lower(a) FROM (
            SELECT email FROM login WHERE person_id = erased
            UNION SELECT email FROM person WHERE id = erased
            UNION SELECT email FROM application WHERE person_id = erased
            UNION SELECT email FROM invitation WHERE answered_by = erased) x(a) WHERE a <> '');

    INSERT INTO tombstone (hash, person_id, erasure_id, work, at)
    SELECT login_hash(issuer, subject), erased, by_erasure, with_work, moment FROM login
    WHERE person_id = erased
    ON CONFLICT (hash) DO UPDATE SET person_id = excluded.person_id,
        erasure_id = excluded.erasure_id, work = excluded.work, at = excluded.at, lifted_at = NULL;

    DELETE FROM eligible_person e WHERE e.person_id = erased
        OR lower(e.email) = ANY (addresses) OR lower(e.user_name) = ANY (addresses);
    UPDATE membership SET own_interest = '', ended_reason = CASE WHEN ended_reason IS NULL THEN NULL ELSE '' END,
        version = version + 1 WHERE person_id = erased;
    UPDATE application SET email = '', answers = '{}',
        reason = CASE WHEN reason IS NULL THEN NULL ELSE '(erased)' END,
        state = CASE WHEN state = 'OPEN' THEN 'WITHDRAWN' ELSE state END,
        decided_at = coalesce(decided_at, moment), mailed_at = coalesce(mailed_at, moment),
        version = version + 1
    WHERE person_id = erased;
    UPDATE application SET reason = '(erased)'
    WHERE decided_by = erased AND reason IS NOT NULL;

    UPDATE move SET reason = '(taken back by an erasure)'
    WHERE person_id = erased OR offered_by = erased;
    UPDATE secondment SET reason = '' WHERE person_id = erased OR ended_by = erased;

    -- Invitations to the person go whole, of those by the person the words; without who asks and why,
    -- an open one is none.
    WITH meant AS (
        SELECT i.alliance_id, i.id, i.inviter_id, coalesce(i.answered_by = erased, false)
            OR lower(i.email) = ANY (addresses) OR EXISTS (
                SELECT FROM application a WHERE a.alliance_id = i.alliance_id
                  AND a.offer_id = i.id AND a.person_id = erased) AS to_them
        FROM invitation i),
    redacted AS (
        UPDATE invitation i SET reason = '', ask = '', text_hash = '', version = i.version + 1,
            email = CASE WHEN m.to_them THEN '' ELSE i.email END,
            name = CASE WHEN m.to_them THEN '' ELSE i.name END,
            state = CASE WHEN i.state = 'SENT' THEN 'WITHDRAWN' ELSE i.state END
        FROM meant m WHERE i.alliance_id = m.alliance_id AND i.id = m.id
          AND (m.to_them OR m.inviter_id = erased)
        RETURNING i.alliance_id, i.id)
    UPDATE journal j SET payload = j.payload || '{"ask": ""}' FROM redacted r
    WHERE j.alliance_id = r.alliance_id AND j.subject = r.id
      AND j.type = 'membership.invitation-sent.v1';
    UPDATE journal j SET payload = j.payload || '{"logins": []}' FROM membership m
    WHERE j.alliance_id = m.alliance_id AND m.person_id = erased
      AND (j.subject = erased OR j.subject IN (
          SELECT s.id FROM secondment s WHERE s.person_id = erased))
      AND j.type = 'membership.standing-changed.v1';

    DELETE FROM standing WHERE person_id = erased;
    DELETE FROM profile WHERE person_id = erased;
    DELETE FROM login WHERE person_id = erased;
    UPDATE person SET name = 'Former member', email = NULL, erased_at = moment WHERE id = erased;
    RETURN moment;
END $function$
;
CREATE OR REPLACE FUNCTION membership.firm_domains(alliance uuid, firm uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT COALESCE(array_agg(mail_domain.name ORDER BY mail_domain.name), '{}'::text[]) AS "coalesce"
    FROM mail_domain
   WHERE ((mail_domain.alliance_id = firm_domains.alliance) AND (mail_domain.organization_id = firm_domains.firm) AND (mail_domain.state = 'PROVED'::text));
END
;
CREATE OR REPLACE FUNCTION membership.journal_bound(month date)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
RETURN ((lpad(to_hex(((EXTRACT(epoch FROM (month)::timestamp without time zone) * (1000)::numeric))::bigint), 12, '0'::text) || repeat('0'::text, 20)))::uuid
;
CREATE OR REPLACE FUNCTION membership.login_hash(issuer text, subject text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
RETURN sha256(convert_to(((issuer || '
'::text) || subject), 'UTF8'::name))
;
CREATE OR REPLACE FUNCTION membership.my_alliances()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT membership.alliance_id
    FROM membership
   WHERE (membership.person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)
 UNION ALL
  SELECT invitation.alliance_id
    FROM invitation
   WHERE (invitation.email = NULLIF(current_setting('app.email'::text, true), ''::text))
 UNION ALL
  SELECT application.alliance_id
    FROM application
   WHERE (application.person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid);
END
;
CREATE OR REPLACE FUNCTION membership.secure_tenant_table(name text, rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY alliance ON %I TO membership
        USING (alliance_id = (SELECT nullif(current_setting(''app.alliance'', true), '''')::uuid))', name);
    EXECUTE format('GRANT %s ON %I TO membership', rights, name);
END $function$
;
CREATE OR REPLACE FUNCTION membership.ways_in(alliance uuid, firm uuid, enrolled text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT login_provider.alias
    FROM login_provider
   WHERE ((login_provider.alliance_id = ways_in.alliance) AND (login_provider.organization_id = ways_in.firm) AND (login_provider.state = 'LIVE'::text))
 UNION ALL
  SELECT ways_in.enrolled AS enrolled
   WHERE (ways_in.enrolled IS NOT NULL);
END
;

GRANT USAGE ON SCHEMA membership TO membership;
GRANT USAGE ON SCHEMA membership TO membership_scheduler;
GRANT USAGE ON SCHEMA membership TO redactor;
GRANT USAGE ON SCHEMA membership TO relay;

GRANT INSERT, SELECT, UPDATE ON accepted_agreement TO membership;
GRANT INSERT, SELECT, UPDATE ON affiliation TO membership;
GRANT INSERT, SELECT ON agreement_acceptance TO membership;
GRANT INSERT, SELECT ON agreement_version TO membership;
GRANT INSERT, SELECT ON alliance TO membership;
GRANT INSERT, SELECT, UPDATE ON alumnus TO membership;
GRANT INSERT, SELECT, UPDATE ON application TO membership;
GRANT SELECT ON application TO redactor;
GRANT SELECT ON clock TO membership;
GRANT SELECT ON clock TO membership_scheduler;
GRANT SELECT ON clock TO redactor;
GRANT INSERT, SELECT, UPDATE ON deputy TO membership;
GRANT DELETE, INSERT, SELECT, UPDATE ON due TO membership;
GRANT SELECT ON due TO membership_scheduler;
GRANT DELETE, INSERT, SELECT, UPDATE ON eligible_person TO membership;
GRANT DELETE, SELECT ON eligible_person TO redactor;
GRANT INSERT, SELECT ON executed_decision TO membership;
GRANT INSERT ON founded_fork TO membership;
GRANT INSERT, SELECT ON front_door TO membership;
GRANT INSERT, SELECT, UPDATE ON handover TO membership;
GRANT INSERT, SELECT ON inbox TO membership;
GRANT INSERT, SELECT, UPDATE ON invitation TO membership;
GRANT SELECT ON invitation TO redactor;
GRANT INSERT, SELECT ON journal TO membership;
GRANT SELECT ON journal TO redactor;
GRANT SELECT ON journal TO relay;
GRANT DELETE, SELECT ON login TO redactor;
GRANT INSERT, SELECT, UPDATE ON login TO membership;
GRANT INSERT, SELECT, UPDATE ON login_provider TO membership;
GRANT INSERT, SELECT, UPDATE ON mail_domain TO membership;
GRANT INSERT, SELECT ON mailed_ask TO membership;
GRANT INSERT, SELECT, UPDATE ON membership TO membership;
GRANT SELECT ON membership TO redactor;
GRANT INSERT, SELECT, UPDATE ON merger TO membership;
GRANT INSERT, SELECT, UPDATE ON move TO membership;
GRANT SELECT ON move TO redactor;
GRANT INSERT, SELECT, UPDATE ON new_login TO membership;
GRANT INSERT, SELECT, UPDATE ON office TO membership;
GRANT INSERT, SELECT ON organization TO membership;
GRANT INSERT, SELECT, UPDATE ON person TO membership;
GRANT SELECT ON person TO redactor;
GRANT SELECT ON place TO membership;
GRANT INSERT, SELECT ON prepared_fork TO membership;
GRANT DELETE, SELECT ON profile TO redactor;
GRANT INSERT, SELECT, UPDATE ON profile TO membership;
GRANT INSERT, SELECT, UPDATE ON pulse TO membership;
GRANT INSERT, SELECT ON required_agreement TO membership;
GRANT INSERT, SELECT ON rulebook TO membership;
GRANT DELETE, INSERT, SELECT, UPDATE ON scim_token TO membership;
GRANT INSERT, SELECT, UPDATE ON secondment TO membership;
GRANT SELECT ON secondment TO redactor;
GRANT INSERT, SELECT ON slug TO membership;
GRANT DELETE, SELECT ON standing TO redactor;
GRANT INSERT, SELECT, UPDATE ON standing TO membership;
GRANT INSERT, SELECT, UPDATE ON tombstone TO redactor;
GRANT SELECT ON tombstone TO membership;
GRANT INSERT, SELECT ON unclaimed_person TO membership;

GRANT UPDATE (answers) ON application TO redactor;
GRANT UPDATE (ask) ON invitation TO redactor;
GRANT UPDATE (colour) ON organization TO membership;
GRANT UPDATE (decided_at) ON application TO redactor;
GRANT UPDATE (email) ON application TO redactor;
GRANT UPDATE (email) ON invitation TO redactor;
GRANT UPDATE (email) ON person TO redactor;
GRANT UPDATE (ended_reason) ON membership TO redactor;
GRANT UPDATE (erased_at) ON person TO redactor;
GRANT UPDATE (leaves_at) ON organization TO membership;
GRANT UPDATE (left_at) ON organization TO membership;
GRANT UPDATE (lifted_at) ON tombstone TO membership;
GRANT UPDATE (mailed_at) ON application TO redactor;
GRANT UPDATE (name) ON invitation TO redactor;
GRANT UPDATE (name) ON organization TO membership;
GRANT UPDATE (name) ON person TO redactor;
GRANT UPDATE (outcome) ON executed_decision TO membership;
GRANT UPDATE (own_interest) ON membership TO redactor;
GRANT UPDATE (payload) ON journal TO redactor;
GRANT UPDATE (reason) ON application TO redactor;
GRANT UPDATE (reason) ON invitation TO redactor;
GRANT UPDATE (reason) ON move TO redactor;
GRANT UPDATE (reason) ON secondment TO redactor;
GRANT UPDATE (refusal) ON executed_decision TO membership;
GRANT UPDATE (seats) ON organization TO membership;
GRANT UPDATE (short_name) ON organization TO membership;
GRANT UPDATE (state) ON application TO redactor;
GRANT UPDATE (state) ON invitation TO redactor;
GRANT UPDATE (text_hash) ON invitation TO redactor;
GRANT UPDATE (version) ON application TO redactor;
GRANT UPDATE (version) ON invitation TO redactor;
GRANT UPDATE (version) ON membership TO redactor;
GRANT UPDATE (version) ON organization TO membership;

GRANT EXECUTE ON FUNCTION erase_person(uuid,text) TO membership;
REVOKE EXECUTE ON FUNCTION ensure_journal_partitions(date,integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION secure_tenant_table(text,text) FROM PUBLIC;

ALTER PUBLICATION commonweal_journal ADD TABLE journal;
