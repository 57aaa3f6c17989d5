-- Who is erased leaves no words of their own: drafts and notes go. What a ballot decided on is the
-- alliance's, and so are its goals. Only the redactor may change a journal, by this function alone.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['standing', 'purpose', 'check_in', 'journal']
    LOOP
        EXECUTE format('CREATE POLICY redaction ON %I TO redactor USING (alliance_id = app_alliance())', name);
        EXECUTE format('GRANT SELECT ON %I TO redactor', name);
    END LOOP;
END $$;
GRANT DELETE ON standing TO redactor;
GRANT UPDATE (title, statement, output, measure, goal) ON purpose TO redactor;
GRANT UPDATE (note) ON check_in TO redactor;
GRANT UPDATE (payload) ON journal TO redactor;

CREATE FUNCTION erase_person(erased uuid, with_work boolean) RETURNS void
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
    DELETE FROM standing WHERE alliance_id = app_alliance() AND person_id = erased;
END $$;
REVOKE EXECUTE ON FUNCTION erase_person FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_person TO ${service};
GRANT CREATE ON SCHEMA ${service} TO redactor;
ALTER FUNCTION erase_person OWNER TO redactor;
REVOKE CREATE ON SCHEMA ${service} FROM redactor;
