-- Who is erased leaves no words of their own: reasons and notes go, and when the person asks for it
-- the work, too. Only the redactor may change a journal, by this function alone.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['standing', 'contribution', 'refusal', 'acknowledgement', 'need', 'activity', 'journal']
    LOOP
        EXECUTE format('CREATE POLICY redaction ON %I TO redactor USING (alliance_id = app_alliance())', name);
        EXECUTE format('GRANT SELECT ON %I TO redactor', name);
    END LOOP;
END $$;
GRANT DELETE ON standing TO redactor;
GRANT UPDATE (title, body) ON contribution TO redactor;
GRANT UPDATE (reason) ON refusal TO redactor;
GRANT UPDATE (note) ON acknowledgement TO redactor;
GRANT UPDATE (title) ON need, activity TO redactor;
GRANT UPDATE (payload) ON journal TO redactor;

CREATE FUNCTION erase_person(erased uuid, with_work boolean) RETURNS void
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
REVOKE EXECUTE ON FUNCTION erase_person FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_person TO ${service};
GRANT CREATE ON SCHEMA ${service} TO redactor;
ALTER FUNCTION erase_person OWNER TO redactor;
REVOKE CREATE ON SCHEMA ${service} FROM redactor;
