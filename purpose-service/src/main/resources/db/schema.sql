-- The sum of the migrations of schema purpose, read from the catalog. A test compares it; nobody edits it.

CREATE TABLE accepted_agreement (
    alliance_id uuid NOT NULL,
    person_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE alliance (
    alliance_id uuid NOT NULL,
    time_zone text NOT NULL,
    revision bigint NOT NULL DEFAULT 0
);
CREATE TABLE ballot_box (
    alliance_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    secret bytea NOT NULL
);
CREATE TABLE caucus (
    alliance_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    person_id uuid NOT NULL,
    choice text NOT NULL,
    at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE check_in (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    goal_id uuid NOT NULL,
    value numeric NOT NULL,
    "on" date NOT NULL,
    note text,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE clock (
    shift interval NOT NULL
);
CREATE TABLE counted_vote (
    alliance_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    receipt text NOT NULL,
    weight integer NOT NULL,
    choice text NOT NULL
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
    version bigint NOT NULL
);
CREATE TABLE due (
    alliance_id uuid NOT NULL,
    kind text NOT NULL,
    subject uuid NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE elector (
    alliance_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    version bigint NOT NULL,
    choice text,
    cast_by uuid,
    cast_at timestamp with time zone,
    left_at timestamp with time zone,
    voter_id uuid NOT NULL,
    person_id uuid,
    weight integer NOT NULL,
    reason text,
    recused_at timestamp with time zone,
    recused_by uuid,
    recusal text,
    marks jsonb,
    paper bytea,
    proxy_id uuid,
    split jsonb
);
CREATE TABLE execution (
    alliance_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    state text NOT NULL,
    refusal text,
    detail text,
    at timestamp with time zone NOT NULL
);
CREATE TABLE fork (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    purpose_id uuid NOT NULL,
    changes text[] NOT NULL,
    title text NOT NULL,
    statement text,
    output text,
    measure text,
    deadline date,
    goal text,
    audience text,
    eligibility text,
    reason text NOT NULL,
    prepared_by uuid NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    impact jsonb NOT NULL,
    founded_as uuid,
    founded_at timestamp with time zone
);
CREATE TABLE given (
    alliance_id uuid NOT NULL,
    contribution_id uuid NOT NULL,
    answered boolean NOT NULL
);
CREATE TABLE goal (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    purpose_id uuid NOT NULL,
    title text NOT NULL,
    unit text NOT NULL,
    baseline numeric NOT NULL,
    target numeric NOT NULL,
    stretch numeric,
    due date NOT NULL,
    owner uuid NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamp with time zone NOT NULL
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
CREATE TABLE lineage (
    alliance_id uuid NOT NULL,
    parent uuid NOT NULL,
    purpose_id uuid NOT NULL,
    fork_id uuid NOT NULL,
    since timestamp with time zone NOT NULL
);
CREATE TABLE need (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    proposal_id uuid,
    organization_id uuid NOT NULL,
    person_id uuid NOT NULL,
    open boolean NOT NULL,
    purpose_id uuid,
    voter_id uuid,
    review_of uuid
);
CREATE TABLE organization (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    role text NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE outcome (
    alliance_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    version bigint NOT NULL,
    statement text NOT NULL,
    by uuid NOT NULL,
    organization_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE paper_key (
    alliance_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    weight integer NOT NULL,
    modulus bytea NOT NULL,
    signing bytea
);
CREATE TABLE proposal (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    purpose_id uuid,
    title text NOT NULL,
    state text NOT NULL,
    opened_by uuid NOT NULL,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone,
    standings_as_of timestamp with time zone,
    content jsonb NOT NULL,
    matter text NOT NULL,
    rulebook_version bigint NOT NULL,
    dialogue_from timestamp with time zone,
    version bigint NOT NULL DEFAULT 1,
    tally jsonb,
    result jsonb,
    hidden boolean NOT NULL DEFAULT false,
    anonymous boolean NOT NULL DEFAULT false,
    approved_by uuid,
    approved_by_organization uuid,
    approved_at timestamp with time zone,
    opened_by_organization uuid NOT NULL,
    follows uuid,
    review_on date
);
CREATE TABLE proposal_text (
    alliance_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    content jsonb NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE proxy (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    voter_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    person_id uuid,
    given_by uuid NOT NULL,
    holder_id uuid NOT NULL,
    proposal_id uuid,
    until_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    version bigint NOT NULL,
    given_at timestamp with time zone NOT NULL
);
CREATE TABLE pulse (
    partition smallint NOT NULL,
    sent_at timestamp with time zone NOT NULL
);
CREATE TABLE purpose (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    statement text,
    output text,
    measure text,
    deadline date,
    goal text,
    drafted_by uuid NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    ratified_at timestamp with time zone,
    ratified_by uuid,
    closed_at timestamp with time zone,
    closed_by uuid,
    conclusion text
);
CREATE TABLE purpose_text (
    alliance_id uuid NOT NULL,
    purpose_id uuid NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    statement text,
    output text,
    measure text,
    goal text,
    since timestamp with time zone NOT NULL,
    fix_id uuid
);
CREATE TABLE required_agreement (
    alliance_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    version bigint NOT NULL,
    required_from timestamp with time zone NOT NULL
);
CREATE TABLE review (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    finding text NOT NULL,
    words text NOT NULL,
    next_review_on date,
    follow_up uuid,
    by uuid NOT NULL,
    organization_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE rulebook (
    alliance_id uuid NOT NULL,
    version bigint NOT NULL,
    document jsonb NOT NULL,
    since timestamp with time zone NOT NULL,
    decided_by uuid
);
CREATE TABLE sealed_vote (
    alliance_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    slot bytea NOT NULL,
    sealed bytea NOT NULL
);
CREATE TABLE settled (
    alliance_id uuid NOT NULL,
    person_id uuid NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE stage (
    alliance_id uuid NOT NULL,
    version bigint NOT NULL,
    stage text NOT NULL,
    since timestamp with time zone NOT NULL,
    decided_by uuid,
    words text
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
CREATE TABLE tie (
    alliance_id uuid NOT NULL,
    author_id uuid NOT NULL,
    answered_by uuid NOT NULL
);
CREATE TABLE voice (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    person_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    kind text NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    text_version integer NOT NULL,
    stance text,
    blocking boolean,
    resolved_at timestamp with time zone,
    concern_id uuid
);
CREATE TABLE vote (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    version bigint NOT NULL,
    choice text NOT NULL,
    cast_by uuid NOT NULL,
    cast_at timestamp with time zone NOT NULL,
    voter_id uuid NOT NULL,
    reason text,
    marks jsonb,
    proxy_id uuid,
    split jsonb
);
CREATE TABLE wording_fix (
    alliance_id uuid NOT NULL,
    id uuid NOT NULL,
    purpose_id uuid NOT NULL,
    follows integer NOT NULL,
    title text NOT NULL,
    statement text,
    output text,
    measure text,
    goal text,
    reason text NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    settled_at timestamp with time zone,
    challenged_by uuid,
    challenge_reason text
);

CREATE TABLE journal_default PARTITION OF journal DEFAULT;

ALTER TABLE accepted_agreement ADD CONSTRAINT accepted_agreement_pkey PRIMARY KEY (alliance_id, person_id, agreement_id);
ALTER TABLE alliance ADD CONSTRAINT alliance_pkey PRIMARY KEY (alliance_id);
ALTER TABLE ballot_box ADD CONSTRAINT ballot_box_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal(alliance_id, id);
ALTER TABLE ballot_box ADD CONSTRAINT ballot_box_pkey PRIMARY KEY (alliance_id, proposal_id);
ALTER TABLE caucus ADD CONSTRAINT caucus_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal(alliance_id, id);
ALTER TABLE caucus ADD CONSTRAINT caucus_choice_check CHECK ((choice = ANY (ARRAY['YES'::text, 'NO'::text, 'ABSTAIN'::text, 'BLOCK'::text])));
ALTER TABLE caucus ADD CONSTRAINT caucus_pkey PRIMARY KEY (alliance_id, proposal_id, organization_id, person_id);
ALTER TABLE check_in ADD CONSTRAINT check_in_alliance_id_goal_id_fkey FOREIGN KEY (alliance_id, goal_id) REFERENCES goal(alliance_id, id);
ALTER TABLE check_in ADD CONSTRAINT check_in_note_check CHECK (((length(note) >= 1) AND (length(note) <= 2000)));
ALTER TABLE check_in ADD CONSTRAINT check_in_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE counted_vote ADD CONSTRAINT counted_vote_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal(alliance_id, id);
ALTER TABLE counted_vote ADD CONSTRAINT counted_vote_choice_check CHECK ((choice = ANY (ARRAY['YES'::text, 'NO'::text, 'ABSTAIN'::text, 'BLOCK'::text])));
ALTER TABLE counted_vote ADD CONSTRAINT counted_vote_pkey PRIMARY KEY (alliance_id, proposal_id, receipt);
ALTER TABLE deputy ADD CONSTRAINT deputy_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE deputy ADD CONSTRAINT deputy_state_check CHECK ((state = ANY (ARRAY['NAMED'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'ENDED'::text])));
ALTER TABLE due ADD CONSTRAINT due_pkey PRIMARY KEY (alliance_id, kind, subject);
ALTER TABLE elector ADD CONSTRAINT elector_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal(alliance_id, id);
ALTER TABLE elector ADD CONSTRAINT elector_alliance_id_proxy_id_fkey FOREIGN KEY (alliance_id, proxy_id) REFERENCES proxy(alliance_id, id);
ALTER TABLE elector ADD CONSTRAINT elector_cast_check CHECK (((choice IS NULL) OR (version > 0)));
ALTER TABLE elector ADD CONSTRAINT elector_check1 CHECK ((((choice IS NULL) = (cast_by IS NULL)) AND ((choice IS NULL) = (cast_at IS NULL))));
ALTER TABLE elector ADD CONSTRAINT elector_choice_check CHECK ((choice = ANY (ARRAY['YES'::text, 'NO'::text, 'ABSTAIN'::text, 'BLOCK'::text, 'MARKED'::text])));
ALTER TABLE elector ADD CONSTRAINT elector_left_without_vote CHECK (((left_at IS NULL) OR (choice IS NULL)));
ALTER TABLE elector ADD CONSTRAINT elector_marks_check CHECK (((marks IS NOT NULL) = ((choice IS NOT NULL) AND (choice = 'MARKED'::text))));
ALTER TABLE elector ADD CONSTRAINT elector_paper_alone CHECK (((paper IS NULL) OR ((choice IS NULL) AND (left_at IS NULL) AND (recused_at IS NULL))));
ALTER TABLE elector ADD CONSTRAINT elector_paper_check CHECK ((length(paper) = 32));
ALTER TABLE elector ADD CONSTRAINT elector_pkey PRIMARY KEY (alliance_id, proposal_id, voter_id);
ALTER TABLE elector ADD CONSTRAINT elector_proxy_check CHECK (((proxy_id IS NULL) OR (choice IS NOT NULL)));
ALTER TABLE elector ADD CONSTRAINT elector_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)));
ALTER TABLE elector ADD CONSTRAINT elector_recusal_check CHECK (((length(recusal) >= 1) AND (length(recusal) <= 2000)));
ALTER TABLE elector ADD CONSTRAINT elector_recused_check CHECK ((((recused_at IS NULL) = (recused_by IS NULL)) AND ((recused_at IS NULL) = (recusal IS NULL)) AND ((recused_at IS NULL) OR (choice IS NULL))));
ALTER TABLE elector ADD CONSTRAINT elector_split_check CHECK (((split IS NULL) OR ((choice IS NOT NULL) AND (person_id IS NULL) AND jsonb_exists(split, choice))));
ALTER TABLE elector ADD CONSTRAINT elector_voter_check CHECK ((voter_id = COALESCE(person_id, organization_id)));
ALTER TABLE elector ADD CONSTRAINT elector_weight_check CHECK (((weight >= 1) AND (weight <= 1000000)));
ALTER TABLE execution ADD CONSTRAINT execution_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal(alliance_id, id);
ALTER TABLE execution ADD CONSTRAINT execution_check CHECK (((state = 'REFUSED'::text) = (refusal IS NOT NULL)));
ALTER TABLE execution ADD CONSTRAINT execution_detail_check CHECK ((length(detail) <= 500));
ALTER TABLE execution ADD CONSTRAINT execution_pkey PRIMARY KEY (alliance_id, proposal_id);
ALTER TABLE execution ADD CONSTRAINT execution_state_check CHECK ((state = ANY (ARRAY['PENDING'::text, 'DONE'::text, 'REFUSED'::text])));
ALTER TABLE fork ADD CONSTRAINT fork_alliance_id_purpose_id_fkey FOREIGN KEY (alliance_id, purpose_id) REFERENCES purpose(alliance_id, id);
ALTER TABLE fork ADD CONSTRAINT fork_audience_check CHECK (((length(audience) >= 1) AND (length(audience) <= 2000)));
ALTER TABLE fork ADD CONSTRAINT fork_check CHECK (((founded_as IS NULL) = (founded_at IS NULL)));
ALTER TABLE fork ADD CONSTRAINT fork_eligibility_check CHECK (((length(eligibility) >= 1) AND (length(eligibility) <= 2000)));
ALTER TABLE fork ADD CONSTRAINT fork_goal_check CHECK (((length(goal) >= 1) AND (length(goal) <= 2000)));
ALTER TABLE fork ADD CONSTRAINT fork_measure_check CHECK (((length(measure) >= 1) AND (length(measure) <= 2000)));
ALTER TABLE fork ADD CONSTRAINT fork_output_check CHECK (((length(output) >= 1) AND (length(output) <= 2000)));
ALTER TABLE fork ADD CONSTRAINT fork_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE fork ADD CONSTRAINT fork_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)));
ALTER TABLE fork ADD CONSTRAINT fork_statement_check CHECK (((length(statement) >= 1) AND (length(statement) <= 10000)));
ALTER TABLE fork ADD CONSTRAINT fork_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
ALTER TABLE given ADD CONSTRAINT given_pkey PRIMARY KEY (alliance_id, contribution_id);
ALTER TABLE goal ADD CONSTRAINT goal_alliance_id_purpose_id_fkey FOREIGN KEY (alliance_id, purpose_id) REFERENCES purpose(alliance_id, id);
ALTER TABLE goal ADD CONSTRAINT goal_check CHECK ((target <> baseline));
ALTER TABLE goal ADD CONSTRAINT goal_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE goal ADD CONSTRAINT goal_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
ALTER TABLE goal ADD CONSTRAINT goal_unit_check CHECK (((length(unit) >= 1) AND (length(unit) <= 40)));
ALTER TABLE inbox ADD CONSTRAINT inbox_pkey PRIMARY KEY (alliance_id, event_id);
ALTER TABLE journal ADD CONSTRAINT journal_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE lineage ADD CONSTRAINT lineage_pkey PRIMARY KEY (alliance_id);
ALTER TABLE need ADD CONSTRAINT need_alliance_id_proposal_id_voter_id_fkey FOREIGN KEY (alliance_id, proposal_id, voter_id) REFERENCES elector(alliance_id, proposal_id, voter_id);
ALTER TABLE need ADD CONSTRAINT need_alliance_id_purpose_id_fkey FOREIGN KEY (alliance_id, purpose_id) REFERENCES purpose(alliance_id, id);
ALTER TABLE need ADD CONSTRAINT need_alliance_id_review_of_fkey FOREIGN KEY (alliance_id, review_of) REFERENCES proposal(alliance_id, id);
ALTER TABLE need ADD CONSTRAINT need_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE need ADD CONSTRAINT need_subject_check CHECK ((num_nonnulls(proposal_id, purpose_id, review_of) = 1));
ALTER TABLE need ADD CONSTRAINT need_voter_check CHECK (((voter_id IS NULL) = (proposal_id IS NULL)));
ALTER TABLE organization ADD CONSTRAINT organization_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE organization ADD CONSTRAINT organization_role_check CHECK ((role = ANY (ARRAY['FIRM'::text, 'SPONSOR'::text])));
ALTER TABLE outcome ADD CONSTRAINT outcome_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal(alliance_id, id);
ALTER TABLE outcome ADD CONSTRAINT outcome_pkey PRIMARY KEY (alliance_id, proposal_id, version);
ALTER TABLE outcome ADD CONSTRAINT outcome_statement_check CHECK (((length(statement) >= 1) AND (length(statement) <= 2000)));
ALTER TABLE outcome ADD CONSTRAINT outcome_version_check CHECK ((version >= 1));
ALTER TABLE paper_key ADD CONSTRAINT paper_key_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal(alliance_id, id);
ALTER TABLE paper_key ADD CONSTRAINT paper_key_pkey PRIMARY KEY (alliance_id, proposal_id, weight);
ALTER TABLE paper_key ADD CONSTRAINT paper_key_weight_check CHECK (((weight >= 1) AND (weight <= 1000000)));
ALTER TABLE proposal ADD CONSTRAINT proposal_alliance_id_follows_fkey FOREIGN KEY (alliance_id, follows) REFERENCES proposal(alliance_id, id);
ALTER TABLE proposal ADD CONSTRAINT proposal_alliance_id_purpose_id_fkey FOREIGN KEY (alliance_id, purpose_id) REFERENCES purpose(alliance_id, id);
ALTER TABLE proposal ADD CONSTRAINT proposal_alliance_id_rulebook_version_fkey FOREIGN KEY (alliance_id, rulebook_version) REFERENCES rulebook(alliance_id, version);
ALTER TABLE proposal ADD CONSTRAINT proposal_approval_check CHECK (((num_nulls(approved_by, approved_by_organization, approved_at) = ANY (ARRAY[0, 3])) AND ((approved_by IS NULL) OR (state = 'ADOPTED'::text))));
ALTER TABLE proposal ADD CONSTRAINT proposal_ballot_check CHECK ((num_nulls(opens_at, closes_at, standings_as_of) =
CASE
    WHEN ((state = ANY (ARRAY['DIALOGUE'::text, 'WITHDRAWN'::text, 'EXPIRED'::text])) OR (approved_by IS NOT NULL)) THEN 3
    ELSE 0
END));
ALTER TABLE proposal ADD CONSTRAINT proposal_check CHECK ((opens_at < closes_at));
ALTER TABLE proposal ADD CONSTRAINT proposal_dialogue_check CHECK (((dialogue_from IS NOT NULL) OR (state <> ALL (ARRAY['DIALOGUE'::text, 'WITHDRAWN'::text, 'EXPIRED'::text]))));
ALTER TABLE proposal ADD CONSTRAINT proposal_follows_check CHECK ((follows <> id));
ALTER TABLE proposal ADD CONSTRAINT proposal_hidden_check CHECK ((hidden OR (NOT anonymous)));
ALTER TABLE proposal ADD CONSTRAINT proposal_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE proposal ADD CONSTRAINT proposal_result_check CHECK (((result IS NULL) OR (tally IS NOT NULL)));
ALTER TABLE proposal ADD CONSTRAINT proposal_review_check CHECK (((review_on IS NULL) OR (state = 'ADOPTED'::text)));
ALTER TABLE proposal ADD CONSTRAINT proposal_state_check CHECK ((state = ANY (ARRAY['DIALOGUE'::text, 'OPEN'::text, 'ADOPTED'::text, 'REJECTED'::text, 'NO_QUORUM'::text, 'WITHDRAWN'::text, 'EXPIRED'::text])));
ALTER TABLE proposal ADD CONSTRAINT proposal_tally_check CHECK (((tally IS NOT NULL) = ((state = ANY (ARRAY['ADOPTED'::text, 'REJECTED'::text, 'NO_QUORUM'::text])) AND (approved_by IS NULL))));
ALTER TABLE proposal ADD CONSTRAINT proposal_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
ALTER TABLE proposal_text ADD CONSTRAINT proposal_text_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal(alliance_id, id);
ALTER TABLE proposal_text ADD CONSTRAINT proposal_text_pkey PRIMARY KEY (alliance_id, proposal_id, version);
ALTER TABLE proposal_text ADD CONSTRAINT proposal_text_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
ALTER TABLE proposal_text ADD CONSTRAINT proposal_text_version_check CHECK ((version >= 1));
ALTER TABLE proxy ADD CONSTRAINT proxy_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal(alliance_id, id);
ALTER TABLE proxy ADD CONSTRAINT proxy_check CHECK ((voter_id = COALESCE(person_id, organization_id)));
ALTER TABLE proxy ADD CONSTRAINT proxy_check1 CHECK ((holder_id <> voter_id));
ALTER TABLE proxy ADD CONSTRAINT proxy_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE proxy ADD CONSTRAINT proxy_state_check CHECK ((state = ANY (ARRAY['OFFERED'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'REVOKED'::text, 'ENDED'::text])));
ALTER TABLE pulse ADD CONSTRAINT pulse_pkey PRIMARY KEY (partition);
ALTER TABLE purpose ADD CONSTRAINT purpose_alliance_id_closed_by_fkey FOREIGN KEY (alliance_id, closed_by) REFERENCES proposal(alliance_id, id);
ALTER TABLE purpose ADD CONSTRAINT purpose_alliance_id_ratified_by_fkey FOREIGN KEY (alliance_id, ratified_by) REFERENCES proposal(alliance_id, id);
ALTER TABLE purpose ADD CONSTRAINT purpose_check CHECK (((state <> 'ACTIVE'::text) OR ((ratified_by IS NOT NULL) AND (ratified_at IS NOT NULL))));
ALTER TABLE purpose ADD CONSTRAINT purpose_check1 CHECK (((state = ANY (ARRAY['DRAFT'::text, 'CLOSED'::text])) OR ((output IS NOT NULL) AND (measure IS NOT NULL) AND (deadline IS NOT NULL) AND (goal IS NOT NULL))));
ALTER TABLE purpose ADD CONSTRAINT purpose_closed_check CHECK ((((state = 'CLOSED'::text) = (closed_by IS NOT NULL)) AND ((state = 'CLOSED'::text) = (closed_at IS NOT NULL)) AND ((state = 'CLOSED'::text) = (conclusion IS NOT NULL))));
ALTER TABLE purpose ADD CONSTRAINT purpose_conclusion_check CHECK (((length(conclusion) >= 1) AND (length(conclusion) <= 2000)));
ALTER TABLE purpose ADD CONSTRAINT purpose_goal_check CHECK (((length(goal) >= 1) AND (length(goal) <= 2000)));
ALTER TABLE purpose ADD CONSTRAINT purpose_measure_check CHECK (((length(measure) >= 1) AND (length(measure) <= 2000)));
ALTER TABLE purpose ADD CONSTRAINT purpose_output_check CHECK (((length(output) >= 1) AND (length(output) <= 2000)));
ALTER TABLE purpose ADD CONSTRAINT purpose_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE purpose ADD CONSTRAINT purpose_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'PROPOSED'::text, 'ACTIVE'::text, 'CLOSED'::text])));
ALTER TABLE purpose ADD CONSTRAINT purpose_statement_check CHECK (((length(statement) >= 1) AND (length(statement) <= 10000)));
ALTER TABLE purpose ADD CONSTRAINT purpose_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
ALTER TABLE purpose_text ADD CONSTRAINT purpose_text_alliance_id_fix_id_fkey FOREIGN KEY (alliance_id, fix_id) REFERENCES wording_fix(alliance_id, id);
ALTER TABLE purpose_text ADD CONSTRAINT purpose_text_alliance_id_purpose_id_fkey FOREIGN KEY (alliance_id, purpose_id) REFERENCES purpose(alliance_id, id);
ALTER TABLE purpose_text ADD CONSTRAINT purpose_text_check CHECK (((version = 1) = (fix_id IS NULL)));
ALTER TABLE purpose_text ADD CONSTRAINT purpose_text_goal_check CHECK (((length(goal) >= 1) AND (length(goal) <= 2000)));
ALTER TABLE purpose_text ADD CONSTRAINT purpose_text_measure_check CHECK (((length(measure) >= 1) AND (length(measure) <= 2000)));
ALTER TABLE purpose_text ADD CONSTRAINT purpose_text_output_check CHECK (((length(output) >= 1) AND (length(output) <= 2000)));
ALTER TABLE purpose_text ADD CONSTRAINT purpose_text_pkey PRIMARY KEY (alliance_id, purpose_id, version);
ALTER TABLE purpose_text ADD CONSTRAINT purpose_text_statement_check CHECK (((length(statement) >= 1) AND (length(statement) <= 10000)));
ALTER TABLE purpose_text ADD CONSTRAINT purpose_text_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
ALTER TABLE purpose_text ADD CONSTRAINT purpose_text_version_check CHECK ((version >= 1));
ALTER TABLE required_agreement ADD CONSTRAINT required_agreement_pkey PRIMARY KEY (alliance_id, agreement_id, version);
ALTER TABLE review ADD CONSTRAINT review_alliance_id_follow_up_fkey FOREIGN KEY (alliance_id, follow_up) REFERENCES proposal(alliance_id, id);
ALTER TABLE review ADD CONSTRAINT review_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal(alliance_id, id);
ALTER TABLE review ADD CONSTRAINT review_check CHECK (((next_review_on IS NULL) OR (finding = 'KEPT'::text)));
ALTER TABLE review ADD CONSTRAINT review_finding_check CHECK ((finding = ANY (ARRAY['KEPT'::text, 'CHANGED'::text, 'ENDED'::text])));
ALTER TABLE review ADD CONSTRAINT review_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE review ADD CONSTRAINT review_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)));
ALTER TABLE rulebook ADD CONSTRAINT rulebook_alliance_id_decided_by_fkey FOREIGN KEY (alliance_id, decided_by) REFERENCES proposal(alliance_id, id);
ALTER TABLE rulebook ADD CONSTRAINT rulebook_check CHECK (((version = 1) = (decided_by IS NULL)));
ALTER TABLE rulebook ADD CONSTRAINT rulebook_pkey PRIMARY KEY (alliance_id, version);
ALTER TABLE rulebook ADD CONSTRAINT rulebook_version_check CHECK ((version >= 1));
ALTER TABLE sealed_vote ADD CONSTRAINT sealed_vote_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES ballot_box(alliance_id, proposal_id);
ALTER TABLE sealed_vote ADD CONSTRAINT sealed_vote_pkey PRIMARY KEY (alliance_id, proposal_id, slot);
ALTER TABLE settled ADD CONSTRAINT settled_pkey PRIMARY KEY (alliance_id, person_id);
ALTER TABLE stage ADD CONSTRAINT stage_alliance_id_decided_by_fkey FOREIGN KEY (alliance_id, decided_by) REFERENCES proposal(alliance_id, id);
ALTER TABLE stage ADD CONSTRAINT stage_check CHECK (((version = 1) = (decided_by IS NULL)));
ALTER TABLE stage ADD CONSTRAINT stage_check1 CHECK (((version = 1) = (words IS NULL)));
ALTER TABLE stage ADD CONSTRAINT stage_pkey PRIMARY KEY (alliance_id, version);
ALTER TABLE stage ADD CONSTRAINT stage_stage_check CHECK ((stage = ANY (ARRAY['NETWORK'::text, 'FORMING'::text, 'COMMUNITY'::text, 'MATURE'::text, 'CLOSED'::text])));
ALTER TABLE stage ADD CONSTRAINT stage_version_check CHECK ((version >= 1));
ALTER TABLE stage ADD CONSTRAINT stage_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)));
ALTER TABLE standing ADD CONSTRAINT standing_call_check CHECK (((state <> 'GUEST'::text) OR (call IS NOT NULL)));
ALTER TABLE standing ADD CONSTRAINT standing_pkey PRIMARY KEY (alliance_id, issuer, subject);
ALTER TABLE standing ADD CONSTRAINT standing_state_check CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'GUEST'::text, 'ENDED'::text])));
ALTER TABLE tie ADD CONSTRAINT tie_pkey PRIMARY KEY (alliance_id, author_id, answered_by);
ALTER TABLE voice ADD CONSTRAINT voice_alliance_id_concern_id_fkey FOREIGN KEY (alliance_id, concern_id) REFERENCES voice(alliance_id, id);
ALTER TABLE voice ADD CONSTRAINT voice_alliance_id_proposal_id_fkey FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal(alliance_id, id);
ALTER TABLE voice ADD CONSTRAINT voice_kind_check CHECK ((kind = ANY (ARRAY['POSITION'::text, 'CONCERN'::text, 'ANSWER'::text])));
ALTER TABLE voice ADD CONSTRAINT voice_parts_check CHECK ((((stance IS NOT NULL) = (kind = 'POSITION'::text)) AND ((blocking IS NOT NULL) = (kind = 'CONCERN'::text)) AND ((concern_id IS NOT NULL) = (kind = 'ANSWER'::text)) AND ((resolved_at IS NULL) OR (kind = 'CONCERN'::text))));
ALTER TABLE voice ADD CONSTRAINT voice_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE voice ADD CONSTRAINT voice_stance_check CHECK ((stance = ANY (ARRAY['FOR'::text, 'AGAINST'::text, 'UNDECIDED'::text])));
ALTER TABLE voice ADD CONSTRAINT voice_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)));
ALTER TABLE vote ADD CONSTRAINT vote_alliance_id_proposal_id_voter_id_fkey FOREIGN KEY (alliance_id, proposal_id, voter_id) REFERENCES elector(alliance_id, proposal_id, voter_id);
ALTER TABLE vote ADD CONSTRAINT vote_alliance_id_proposal_id_voter_id_version_key UNIQUE (alliance_id, proposal_id, voter_id, version);
ALTER TABLE vote ADD CONSTRAINT vote_alliance_id_proxy_id_fkey FOREIGN KEY (alliance_id, proxy_id) REFERENCES proxy(alliance_id, id);
ALTER TABLE vote ADD CONSTRAINT vote_choice_check CHECK ((choice = ANY (ARRAY['YES'::text, 'NO'::text, 'ABSTAIN'::text, 'BLOCK'::text, 'MARKED'::text])));
ALTER TABLE vote ADD CONSTRAINT vote_marks_check CHECK (((marks IS NOT NULL) = (choice = 'MARKED'::text)));
ALTER TABLE vote ADD CONSTRAINT vote_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE vote ADD CONSTRAINT vote_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_alliance_id_purpose_id_follows_fkey FOREIGN KEY (alliance_id, purpose_id, follows) REFERENCES purpose_text(alliance_id, purpose_id, version);
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_challenge_reason_check CHECK (((length(challenge_reason) >= 1) AND (length(challenge_reason) <= 2000)));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_check CHECK ((proposed_at < until_at));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_check1 CHECK (((state = 'OPEN'::text) = (settled_at IS NULL)));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_check2 CHECK (((state = 'CHALLENGED'::text) = (challenged_by IS NOT NULL)));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_check3 CHECK (((challenge_reason IS NULL) OR (challenged_by IS NOT NULL)));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_goal_check CHECK (((length(goal) >= 1) AND (length(goal) <= 2000)));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_measure_check CHECK (((length(measure) >= 1) AND (length(measure) <= 2000)));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_output_check CHECK (((length(output) >= 1) AND (length(output) <= 2000)));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_pkey PRIMARY KEY (alliance_id, id);
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'IN_FORCE'::text, 'CHALLENGED'::text, 'LAPSED'::text])));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_statement_check CHECK (((length(statement) >= 1) AND (length(statement) <= 10000)));
ALTER TABLE wording_fix ADD CONSTRAINT wording_fix_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));

CREATE INDEX caucus_of_person ON purpose.caucus USING btree (alliance_id, person_id);
CREATE INDEX check_in_by_goal ON purpose.check_in USING btree (alliance_id, goal_id, "on", id);
CREATE INDEX deputy_by_person ON purpose.deputy USING btree (alliance_id, person_id) WHERE (state = 'ACCEPTED'::text);
CREATE INDEX due_by_time ON purpose.due USING btree (at);
CREATE INDEX elector_by_proxy ON purpose.elector USING btree (alliance_id, proxy_id) WHERE (proxy_id IS NOT NULL);
CREATE INDEX elector_of_organization ON purpose.elector USING btree (alliance_id, organization_id);
CREATE INDEX elector_of_person ON purpose.elector USING btree (alliance_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX goal_by_purpose ON purpose.goal USING btree (alliance_id, purpose_id);
CREATE INDEX need_by_elector ON purpose.need USING btree (alliance_id, proposal_id, voter_id);
CREATE INDEX need_of_person ON purpose.need USING btree (alliance_id, person_id) WHERE open;
CREATE INDEX need_of_purpose ON purpose.need USING btree (alliance_id, purpose_id) WHERE open;
CREATE INDEX need_of_review ON purpose.need USING btree (alliance_id, review_of) WHERE open;
CREATE INDEX outcome_of_person ON purpose.outcome USING btree (alliance_id, by);
CREATE INDEX proposal_by_followed ON purpose.proposal USING btree (alliance_id, follows) WHERE (follows IS NOT NULL);
CREATE INDEX proposal_by_purpose ON purpose.proposal USING btree (alliance_id, purpose_id);
CREATE INDEX proposal_to_review ON purpose.proposal USING btree (alliance_id, id) WHERE (review_on IS NOT NULL);
CREATE INDEX proxy_of_holder ON purpose.proxy USING btree (alliance_id, holder_id) WHERE (state = ANY (ARRAY['OFFERED'::text, 'ACCEPTED'::text]));
CREATE INDEX proxy_of_proposal ON purpose.proxy USING btree (alliance_id, proposal_id);
CREATE INDEX proxy_of_voter ON purpose.proxy USING btree (alliance_id, voter_id) WHERE (state = ANY (ARRAY['OFFERED'::text, 'ACCEPTED'::text]));
CREATE INDEX review_by_follow_up ON purpose.review USING btree (alliance_id, follow_up) WHERE (follow_up IS NOT NULL);
CREATE INDEX review_of_person ON purpose.review USING btree (alliance_id, by);
CREATE INDEX review_of_proposal ON purpose.review USING btree (alliance_id, proposal_id, id);
CREATE INDEX standing_by_person ON purpose.standing USING btree (alliance_id, person_id);
CREATE INDEX voice_by_proposal ON purpose.voice USING btree (alliance_id, proposal_id, id);
CREATE INDEX voice_of_concern ON purpose.voice USING btree (alliance_id, concern_id) WHERE (concern_id IS NOT NULL);
CREATE INDEX vote_by_proxy ON purpose.vote USING btree (alliance_id, proxy_id) WHERE (proxy_id IS NOT NULL);
CREATE UNIQUE INDEX proposal_one_on_a_purpose ON purpose.proposal USING btree (alliance_id, purpose_id) WHERE (state = 'OPEN'::text);
CREATE UNIQUE INDEX proposal_one_on_the_rules ON purpose.proposal USING btree (alliance_id) WHERE ((state = 'OPEN'::text) AND (kind = 'CHANGE_RULES'::text));
CREATE UNIQUE INDEX proposal_one_on_the_stage ON purpose.proposal USING btree (alliance_id) WHERE ((state = 'OPEN'::text) AND (kind = 'CHANGE_STAGE'::text));
CREATE UNIQUE INDEX purpose_one_at_a_time ON purpose.purpose USING btree (alliance_id) WHERE (state = ANY (ARRAY['PROPOSED'::text, 'ACTIVE'::text]));
CREATE UNIQUE INDEX wording_fix_one_at_a_time ON purpose.wording_fix USING btree (alliance_id, purpose_id) WHERE (state = 'OPEN'::text);

ALTER TABLE accepted_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE accepted_agreement FORCE ROW LEVEL SECURITY;
ALTER TABLE alliance ENABLE ROW LEVEL SECURITY;
ALTER TABLE alliance FORCE ROW LEVEL SECURITY;
ALTER TABLE ballot_box ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballot_box FORCE ROW LEVEL SECURITY;
ALTER TABLE caucus ENABLE ROW LEVEL SECURITY;
ALTER TABLE caucus FORCE ROW LEVEL SECURITY;
ALTER TABLE check_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_in FORCE ROW LEVEL SECURITY;
ALTER TABLE counted_vote ENABLE ROW LEVEL SECURITY;
ALTER TABLE counted_vote FORCE ROW LEVEL SECURITY;
ALTER TABLE deputy ENABLE ROW LEVEL SECURITY;
ALTER TABLE deputy FORCE ROW LEVEL SECURITY;
ALTER TABLE due ENABLE ROW LEVEL SECURITY;
ALTER TABLE due FORCE ROW LEVEL SECURITY;
ALTER TABLE elector ENABLE ROW LEVEL SECURITY;
ALTER TABLE elector FORCE ROW LEVEL SECURITY;
ALTER TABLE execution ENABLE ROW LEVEL SECURITY;
ALTER TABLE execution FORCE ROW LEVEL SECURITY;
ALTER TABLE fork ENABLE ROW LEVEL SECURITY;
ALTER TABLE fork FORCE ROW LEVEL SECURITY;
ALTER TABLE given ENABLE ROW LEVEL SECURITY;
ALTER TABLE given FORCE ROW LEVEL SECURITY;
ALTER TABLE goal ENABLE ROW LEVEL SECURITY;
ALTER TABLE goal FORCE ROW LEVEL SECURITY;
ALTER TABLE inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox FORCE ROW LEVEL SECURITY;
ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal FORCE ROW LEVEL SECURITY;
ALTER TABLE lineage ENABLE ROW LEVEL SECURITY;
ALTER TABLE lineage FORCE ROW LEVEL SECURITY;
ALTER TABLE need ENABLE ROW LEVEL SECURITY;
ALTER TABLE need FORCE ROW LEVEL SECURITY;
ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
ALTER TABLE outcome ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcome FORCE ROW LEVEL SECURITY;
ALTER TABLE paper_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE paper_key FORCE ROW LEVEL SECURITY;
ALTER TABLE proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposal FORCE ROW LEVEL SECURITY;
ALTER TABLE proposal_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposal_text FORCE ROW LEVEL SECURITY;
ALTER TABLE proxy ENABLE ROW LEVEL SECURITY;
ALTER TABLE proxy FORCE ROW LEVEL SECURITY;
ALTER TABLE purpose ENABLE ROW LEVEL SECURITY;
ALTER TABLE purpose FORCE ROW LEVEL SECURITY;
ALTER TABLE purpose_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE purpose_text FORCE ROW LEVEL SECURITY;
ALTER TABLE required_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE required_agreement FORCE ROW LEVEL SECURITY;
ALTER TABLE review ENABLE ROW LEVEL SECURITY;
ALTER TABLE review FORCE ROW LEVEL SECURITY;
ALTER TABLE rulebook ENABLE ROW LEVEL SECURITY;
ALTER TABLE rulebook FORCE ROW LEVEL SECURITY;
ALTER TABLE sealed_vote ENABLE ROW LEVEL SECURITY;
ALTER TABLE sealed_vote FORCE ROW LEVEL SECURITY;
ALTER TABLE settled ENABLE ROW LEVEL SECURITY;
ALTER TABLE settled FORCE ROW LEVEL SECURITY;
ALTER TABLE stage ENABLE ROW LEVEL SECURITY;
ALTER TABLE stage FORCE ROW LEVEL SECURITY;
ALTER TABLE standing ENABLE ROW LEVEL SECURITY;
ALTER TABLE standing FORCE ROW LEVEL SECURITY;
ALTER TABLE tie ENABLE ROW LEVEL SECURITY;
ALTER TABLE tie FORCE ROW LEVEL SECURITY;
ALTER TABLE voice ENABLE ROW LEVEL SECURITY;
ALTER TABLE voice FORCE ROW LEVEL SECURITY;
ALTER TABLE vote ENABLE ROW LEVEL SECURITY;
ALTER TABLE vote FORCE ROW LEVEL SECURITY;
ALTER TABLE wording_fix ENABLE ROW LEVEL SECURITY;
ALTER TABLE wording_fix FORCE ROW LEVEL SECURITY;

CREATE POLICY alliance ON accepted_agreement AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON alliance AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON ballot_box AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON caucus AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON check_in AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON check_in AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON counted_vote AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON deputy AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON due AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY scheduler_reads ON due AS PERMISSIVE FOR SELECT TO purpose_scheduler
    USING true;
CREATE POLICY alliance ON elector AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON elector AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON execution AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON fork AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON fork AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON given AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON goal AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON inbox AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON journal AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON journal AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY relay_reads ON journal AS PERMISSIVE FOR SELECT TO relay
    USING true;
CREATE POLICY alliance ON lineage AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON need AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON organization AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON outcome AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON outcome AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON paper_key AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON proposal AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON proposal AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON proposal_text AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON proposal_text AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON proxy AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON purpose AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON purpose AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON purpose_text AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON required_agreement AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON review AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON review AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON rulebook AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON sealed_vote AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON settled AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON stage AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON standing AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON standing AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON tie AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY alliance ON voice AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON voice AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON vote AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON vote AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());
CREATE POLICY alliance ON wording_fix AS PERMISSIVE FOR ALL TO purpose
    USING (alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS "nullif"));
CREATE POLICY redaction ON wording_fix AS PERMISSIVE FOR ALL TO redactor
    USING (alliance_id = app_alliance());

CREATE OR REPLACE FUNCTION purpose.app_alliance()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid
;
CREATE OR REPLACE FUNCTION purpose.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
RETURN (now() + COALESCE((SELECT sum(clock.shift) AS sum FROM clock), '00:00:00'::interval))
;
CREATE OR REPLACE FUNCTION purpose.ensure_journal_partitions(first date, months integer)
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
CREATE OR REPLACE FUNCTION purpose.erase_person(erased uuid, with_work boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'purpose', 'pg_temp'
AS $function$
BEGIN
    WITH drafts AS (
        UPDATE purpose SET title = '(erased)', statement = NULL, output = NULL, measure = NULL,
            goal = NULL
        WHERE alliance_id = app_alliance() AND drafted_by = erased AND state = 'DRAFT'
        RETURNING id)
    UPDATE journal j SET payload = j.payload || '{"title": "(erased)"}' FROM drafts d
    WHERE j.alliance_id = app_alliance() AND j.subject = d.id AND j.type = 'purpose.drafted.v1';
    UPDATE check_in SET note = NULL WHERE alliance_id = app_alliance() AND by = erased;
    UPDATE elector SET reason = NULL WHERE alliance_id = app_alliance() AND cast_by = erased;
    UPDATE elector SET recusal = '(erased)' WHERE alliance_id = app_alliance() AND recused_by = erased;
    UPDATE vote SET reason = NULL WHERE alliance_id = app_alliance() AND cast_by = erased;
    UPDATE voice SET words = '(erased)' WHERE alliance_id = app_alliance() AND person_id = erased;
    PERFORM erase_words_on_change(erased);
    PERFORM erase_words_proposed(erased);
    PERFORM erase_words_on_outcomes(erased);
    DELETE FROM standing WHERE alliance_id = app_alliance() AND person_id = erased;
END $function$
;
CREATE OR REPLACE FUNCTION purpose.erase_words_on_change(erased uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'purpose', 'pg_temp'
AS $function$
BEGIN
    UPDATE wording_fix SET reason = '(erased)'
    WHERE alliance_id = app_alliance() AND proposed_by = erased;
    UPDATE wording_fix SET challenge_reason = NULL
    WHERE alliance_id = app_alliance() AND challenged_by = erased;
    WITH fixes AS (
        UPDATE wording_fix SET title = '(erased)', statement = NULL, output = NULL,
            measure = NULL, goal = NULL
        WHERE alliance_id = app_alliance() AND proposed_by = erased
          AND state <> 'IN_FORCE'
        RETURNING id)
    UPDATE journal j SET payload = j.payload || '{"title": "(erased)"}' FROM fixes f
    WHERE j.alliance_id = app_alliance() AND j.subject = f.id;
    WITH forks AS (
        UPDATE fork SET title = '(erased)', statement = NULL, output = NULL, measure = NULL,
            goal = NULL, audience = NULL, eligibility = NULL, reason = '(erased)'
        WHERE alliance_id = app_alliance() AND prepared_by = erased
        RETURNING id)
    UPDATE journal j SET payload = j.payload || '{"title": "(erased)"}' FROM forks f
    WHERE j.alliance_id = app_alliance() AND j.subject = f.id;
END $function$
;
CREATE OR REPLACE FUNCTION purpose.erase_words_on_outcomes(erased uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'purpose', 'pg_temp'
AS $function$
BEGIN
    UPDATE outcome SET statement = '(erased)' WHERE alliance_id = app_alliance() AND by = erased;
    UPDATE review SET words = '(erased)' WHERE alliance_id = app_alliance() AND by = erased;
END $function$
;
CREATE OR REPLACE FUNCTION purpose.erase_words_proposed(erased uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'purpose', 'pg_temp'
AS $function$
DECLARE
    unvoted text[] := ARRAY ['DIALOGUE', 'WITHDRAWN', 'EXPIRED'];
    proposals uuid[];
BEGIN
    WITH texts AS (
        UPDATE proposal_text t SET title = '(erased)', content = without_words(t.content)
        FROM proposal p
        WHERE t.alliance_id = app_alliance() AND t.by = erased
          AND p.alliance_id = t.alliance_id AND p.id = t.proposal_id
          AND (p.state = ANY (unvoted) OR t.version < (SELECT max(l.version) FROM proposal_text l
              WHERE l.alliance_id = t.alliance_id AND l.proposal_id = t.proposal_id))
        RETURNING p.id)
    SELECT array_agg(DISTINCT id) INTO proposals FROM texts;
    WITH said AS (
        UPDATE proposal p SET title = '(erased)', content = without_words(p.content)
        WHERE p.alliance_id = app_alliance() AND p.state = ANY (unvoted)
          AND (p.opened_by = erased OR p.id = ANY (proposals) AND EXISTS (
              SELECT FROM proposal_text l WHERE l.alliance_id = p.alliance_id
                AND l.proposal_id = p.id AND l.by = erased AND l.version = (
                    SELECT max(n.version) FROM proposal_text n
                    WHERE n.alliance_id = p.alliance_id AND n.proposal_id = p.id)))
        RETURNING p.id)
    SELECT array_cat(proposals, array_agg(id)) INTO proposals FROM said;
    UPDATE journal j SET payload = j.payload || '{"title": "(erased)"}'
    FROM proposal p
    WHERE j.alliance_id = app_alliance() AND j.payload ? 'title'
      AND p.alliance_id = j.alliance_id AND p.id = ANY (proposals)
      AND coalesce(j.payload ->> 'proposal', j.payload -> 'link' ->> 'id') = p.id::text
      AND j.payload ->> 'title' <> p.title;
END $function$
;
CREATE OR REPLACE FUNCTION purpose.journal_bound(month date)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
RETURN ((lpad(to_hex(((EXTRACT(epoch FROM (month)::timestamp without time zone) * (1000)::numeric))::bigint), 12, '0'::text) || repeat('0'::text, 20)))::uuid
;
CREATE OR REPLACE FUNCTION purpose.keep_secrecy()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'the secrecy of a ballot stays as it opened';
END $function$
;
CREATE OR REPLACE FUNCTION purpose.part(weight integer, choice text, split jsonb, counted text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN (choice IS NULL) THEN (0)::bigint WHEN (split IS NULL) THEN (CASE WHEN (choice = counted) THEN weight ELSE 0 END)::bigint WHEN (choice = counted) THEN (weight - (SELECT (COALESCE(sum((((part.weight)::bigint * (share.value)::integer) / 1000000)), (0)::numeric))::bigint AS "coalesce" FROM jsonb_each_text(part.split) share(key, value) WHERE (share.key <> part.choice))) ELSE (((weight)::bigint * COALESCE(((split ->> counted))::integer, 0)) / 1000000) END
;
CREATE OR REPLACE FUNCTION purpose.secure_tenant_table(name text, rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY alliance ON %I TO purpose
        USING (alliance_id = (SELECT nullif(current_setting(''app.alliance'', true), '''')::uuid))', name);
    EXECUTE format('GRANT %s ON %I TO purpose', rights, name);
END $function$
;
CREATE OR REPLACE FUNCTION purpose.votes(weight numeric)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE
RETURN trim_scale((COALESCE(weight, (0)::numeric) / (1000000)::numeric))
;
CREATE OR REPLACE FUNCTION purpose.without_words(content jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
RETURN ((((content - ARRAY['statement'::text, 'output'::text, 'measure'::text, 'goal'::text]) || CASE WHEN (content ? 'words'::text) THEN '{"words": "(erased)"}'::jsonb ELSE '{}'::jsonb END) || CASE WHEN (((content -> 'question'::text) -> 'options'::text) IS NULL) THEN '{}'::jsonb ELSE jsonb_build_object('question', ((content -> 'question'::text) || jsonb_build_object('options', (SELECT jsonb_agg(((o.option - 'description'::text) || jsonb_build_object('title', ('(erased) '::text || o.place))) ORDER BY o.place) AS jsonb_agg FROM jsonb_array_elements(((without_words.content -> 'question'::text) -> 'options'::text)) WITH ORDINALITY o(option, place))))) END) #- '{question,about}'::text[])
;

CREATE TRIGGER keep_secrecy BEFORE UPDATE ON purpose.proposal FOR EACH ROW WHEN (((old.opens_at IS NOT NULL) AND ((old.hidden IS DISTINCT FROM new.hidden) OR (old.anonymous IS DISTINCT FROM new.anonymous)))) EXECUTE FUNCTION keep_secrecy();

GRANT USAGE ON SCHEMA purpose TO purpose;
GRANT USAGE ON SCHEMA purpose TO purpose_scheduler;
GRANT USAGE ON SCHEMA purpose TO redactor;
GRANT USAGE ON SCHEMA purpose TO relay;

GRANT INSERT, SELECT, UPDATE ON accepted_agreement TO purpose;
GRANT INSERT, SELECT, UPDATE ON alliance TO purpose;
GRANT DELETE, INSERT, SELECT ON ballot_box TO purpose;
GRANT INSERT, SELECT, UPDATE ON caucus TO purpose;
GRANT INSERT, SELECT ON check_in TO purpose;
GRANT SELECT ON check_in TO redactor;
GRANT SELECT ON clock TO purpose;
GRANT SELECT ON clock TO purpose_scheduler;
GRANT INSERT, SELECT ON counted_vote TO purpose;
GRANT INSERT, SELECT, UPDATE ON deputy TO purpose;
GRANT DELETE, INSERT, SELECT, UPDATE ON due TO purpose;
GRANT SELECT ON due TO purpose_scheduler;
GRANT INSERT, SELECT, UPDATE ON elector TO purpose;
GRANT SELECT ON elector TO redactor;
GRANT INSERT, SELECT, UPDATE ON execution TO purpose;
GRANT INSERT, SELECT, UPDATE ON fork TO purpose;
GRANT SELECT ON fork TO redactor;
GRANT INSERT, SELECT, UPDATE ON given TO purpose;
GRANT INSERT, SELECT ON goal TO purpose;
GRANT INSERT, SELECT ON inbox TO purpose;
GRANT INSERT, SELECT ON journal TO purpose;
GRANT SELECT ON journal TO redactor;
GRANT SELECT ON journal TO relay;
GRANT INSERT, SELECT ON lineage TO purpose;
GRANT INSERT, SELECT, UPDATE ON need TO purpose;
GRANT INSERT, SELECT, UPDATE ON organization TO purpose;
GRANT INSERT, SELECT ON outcome TO purpose;
GRANT SELECT ON outcome TO redactor;
GRANT INSERT, SELECT, UPDATE ON paper_key TO purpose;
GRANT INSERT, SELECT, UPDATE ON proposal TO purpose;
GRANT SELECT ON proposal TO redactor;
GRANT INSERT, SELECT ON proposal_text TO purpose;
GRANT SELECT ON proposal_text TO redactor;
GRANT INSERT, SELECT, UPDATE ON proxy TO purpose;
GRANT INSERT, SELECT, UPDATE ON pulse TO purpose;
GRANT INSERT, SELECT, UPDATE ON purpose TO purpose;
GRANT SELECT ON purpose TO redactor;
GRANT INSERT, SELECT ON purpose_text TO purpose;
GRANT INSERT, SELECT ON required_agreement TO purpose;
GRANT INSERT, SELECT ON review TO purpose;
GRANT SELECT ON review TO redactor;
GRANT INSERT, SELECT ON rulebook TO purpose;
GRANT DELETE, INSERT, SELECT, UPDATE ON sealed_vote TO purpose;
GRANT INSERT, SELECT, UPDATE ON settled TO purpose;
GRANT INSERT, SELECT ON stage TO purpose;
GRANT DELETE, SELECT ON standing TO redactor;
GRANT INSERT, SELECT, UPDATE ON standing TO purpose;
GRANT INSERT, SELECT ON tie TO purpose;
GRANT INSERT, SELECT ON voice TO purpose;
GRANT SELECT ON voice TO redactor;
GRANT INSERT, SELECT ON vote TO purpose;
GRANT SELECT ON vote TO redactor;
GRANT INSERT, SELECT, UPDATE ON wording_fix TO purpose;
GRANT SELECT ON wording_fix TO redactor;

GRANT UPDATE (audience) ON fork TO redactor;
GRANT UPDATE (challenge_reason) ON wording_fix TO redactor;
GRANT UPDATE (content) ON proposal TO redactor;
GRANT UPDATE (content) ON proposal_text TO redactor;
GRANT UPDATE (eligibility) ON fork TO redactor;
GRANT UPDATE (goal) ON fork TO redactor;
GRANT UPDATE (goal) ON purpose TO redactor;
GRANT UPDATE (goal) ON wording_fix TO redactor;
GRANT UPDATE (measure) ON fork TO redactor;
GRANT UPDATE (measure) ON purpose TO redactor;
GRANT UPDATE (measure) ON wording_fix TO redactor;
GRANT UPDATE (note) ON check_in TO redactor;
GRANT UPDATE (output) ON fork TO redactor;
GRANT UPDATE (output) ON purpose TO redactor;
GRANT UPDATE (output) ON wording_fix TO redactor;
GRANT UPDATE (payload) ON journal TO redactor;
GRANT UPDATE (reason) ON elector TO redactor;
GRANT UPDATE (reason) ON fork TO redactor;
GRANT UPDATE (reason) ON vote TO redactor;
GRANT UPDATE (reason) ON wording_fix TO redactor;
GRANT UPDATE (recusal) ON elector TO redactor;
GRANT UPDATE (resolved_at) ON voice TO purpose;
GRANT UPDATE (statement) ON fork TO redactor;
GRANT UPDATE (statement) ON outcome TO redactor;
GRANT UPDATE (statement) ON purpose TO redactor;
GRANT UPDATE (statement) ON wording_fix TO redactor;
GRANT UPDATE (title) ON fork TO redactor;
GRANT UPDATE (title) ON proposal TO redactor;
GRANT UPDATE (title) ON proposal_text TO redactor;
GRANT UPDATE (title) ON purpose TO redactor;
GRANT UPDATE (title) ON wording_fix TO redactor;
GRANT UPDATE (words) ON review TO redactor;
GRANT UPDATE (words) ON voice TO redactor;

GRANT EXECUTE ON FUNCTION erase_person(uuid,boolean) TO purpose;
REVOKE EXECUTE ON FUNCTION ensure_journal_partitions(date,integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION erase_words_on_change(uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION erase_words_on_outcomes(uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION erase_words_proposed(uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION secure_tenant_table(text,text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION without_words(jsonb) FROM PUBLIC;

ALTER PUBLICATION commonweal_journal ADD TABLE journal;
