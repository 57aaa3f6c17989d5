-- An alliance can come from another one; authors bring their own along, and nobody else does. What is
-- brought is history here: it names where it came from, and nothing follows from it.
ALTER TABLE alliance ADD COLUMN parent uuid;
ALTER TABLE contribution
    ADD COLUMN origin_alliance     uuid,
    ADD COLUMN origin_contribution uuid,
    ADD CONSTRAINT contribution_origin_check CHECK (
        (origin_alliance IS NULL) = (origin_contribution IS NULL)
        AND (origin_alliance IS NULL
             OR (state = 'HISTORICAL' AND organization_id IS NOT NULL)));

-- What the page of activity tells of a person's own words goes with them: of another purpose, of
-- other words for this one, and of what came to no vote. What was voted on is the alliance's, and
-- told by the title that it had then.
GRANT CREATE ON SCHEMA ${service} TO redactor;
SET LOCAL ROLE redactor;
CREATE FUNCTION erase_titles_told(erased uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${service}, pg_temp AS $$
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
END $$;
REVOKE EXECUTE ON FUNCTION erase_titles_told FROM PUBLIC;

CREATE OR REPLACE FUNCTION erase_person(erased uuid, with_work boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${service}, pg_temp AS $$
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
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA ${service} FROM redactor;
