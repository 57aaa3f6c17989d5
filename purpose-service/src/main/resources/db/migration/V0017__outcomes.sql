-- What came of a decision: said by who proposed it, looked at again on a day, gone on from by another.

-- The owner of the tables is behind the wall, too; only this migration looks over it.
ALTER TABLE proposal NO FORCE ROW LEVEL SECURITY;
ALTER TABLE journal NO FORCE ROW LEVEL SECURITY;
ALTER TABLE standing NO FORCE ROW LEVEL SECURITY;

-- Whose delegates speak for a proposal when its proposer has left: the firm of that day.
ALTER TABLE proposal
    ADD COLUMN opened_by_organization uuid,
    ADD COLUMN follows                uuid,
    ADD COLUMN review_on              date;
UPDATE proposal b SET opened_by_organization = coalesce(
    (SELECT j.organization FROM journal j WHERE j.alliance_id = b.alliance_id AND j.id = b.id),
    (SELECT s.organization_id FROM standing s
     WHERE s.alliance_id = b.alliance_id AND s.person_id = b.opened_by ORDER BY 1 LIMIT 1));
ALTER TABLE proposal
    ALTER COLUMN opened_by_organization SET NOT NULL,
    ADD FOREIGN KEY (alliance_id, follows) REFERENCES proposal,
    ADD CONSTRAINT proposal_follows_check CHECK (follows <> id),
    -- What nobody decided is not reviewed.
    ADD CONSTRAINT proposal_review_check CHECK (review_on IS NULL OR state = 'ADOPTED');
CREATE INDEX proposal_by_followed ON proposal (alliance_id, follows) WHERE follows IS NOT NULL;
CREATE INDEX proposal_to_review ON proposal (alliance_id, id) WHERE review_on IS NOT NULL;

-- Said anew, it is another version; those before stay.
CREATE TABLE outcome (
    alliance_id     uuid        NOT NULL,
    proposal_id     uuid        NOT NULL,
    version         bigint      NOT NULL CHECK (version >= 1),
    statement       text        NOT NULL CHECK (length(statement) BETWEEN 1 AND 2000),
    by              uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    at              timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, proposal_id, version),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal
);
CREATE INDEX outcome_of_person ON outcome (alliance_id, by);

CREATE TABLE review (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    proposal_id     uuid        NOT NULL,
    finding         text        NOT NULL CHECK (finding IN ('KEPT', 'CHANGED', 'ENDED')),
    words           text        NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
    next_review_on  date,
    follow_up       uuid,
    by              uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    at              timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, proposal_id) REFERENCES proposal,
    FOREIGN KEY (alliance_id, follow_up) REFERENCES proposal,
    -- Only what goes on is looked at again.
    CHECK (next_review_on IS NULL OR finding = 'KEPT')
);
CREATE INDEX review_of_proposal ON review (alliance_id, proposal_id, id);
CREATE INDEX review_by_follow_up ON review (alliance_id, follow_up) WHERE follow_up IS NOT NULL;
CREATE INDEX review_of_person ON review (alliance_id, by);
SELECT secure_tenant_table('outcome', 'SELECT, INSERT');
SELECT secure_tenant_table('review', 'SELECT, INSERT');

-- What is needed of a person can be a review, too.
ALTER TABLE need
    ADD COLUMN review_of uuid,
    ADD FOREIGN KEY (alliance_id, review_of) REFERENCES proposal,
    DROP CONSTRAINT need_subject_check,
    ADD CONSTRAINT need_subject_check CHECK (num_nonnulls(proposal_id, purpose_id, review_of) = 1);
CREATE INDEX need_of_review ON need (alliance_id, review_of) WHERE open;

-- That there was an outcome and a finding is the alliance's; the words go with who wrote them.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['outcome', 'review']
    LOOP
        EXECUTE format('CREATE POLICY redaction ON %I TO redactor USING (alliance_id = app_alliance())', name);
        EXECUTE format('GRANT SELECT ON %I TO redactor', name);
    END LOOP;
END $$;
GRANT UPDATE (statement) ON outcome TO redactor;
GRANT UPDATE (words) ON review TO redactor;
GRANT CREATE ON SCHEMA ${service} TO redactor;
SET LOCAL ROLE redactor;
CREATE FUNCTION erase_words_on_outcomes(erased uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${service}, pg_temp AS $$
BEGIN
    UPDATE outcome SET statement = '(erased)' WHERE alliance_id = app_alliance() AND by = erased;
    UPDATE review SET words = '(erased)' WHERE alliance_id = app_alliance() AND by = erased;
END $$;
REVOKE EXECUTE ON FUNCTION erase_words_on_outcomes FROM PUBLIC;

CREATE OR REPLACE FUNCTION erase_person(erased uuid, with_work boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${service}, pg_temp AS $$
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
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA ${service} FROM redactor;

ALTER TABLE standing FORCE ROW LEVEL SECURITY;
ALTER TABLE journal FORCE ROW LEVEL SECURITY;
ALTER TABLE proposal FORCE ROW LEVEL SECURITY;
