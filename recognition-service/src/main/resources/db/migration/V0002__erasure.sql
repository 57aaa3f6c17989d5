-- Who is erased leaves no words of their own: the text of thanks goes, and with the work its title.
-- The ledger holds ids and stays. Only the redactor may change a journal, by this function alone.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['standing', 'thank_you', 'contribution', 'journal']
    LOOP
        EXECUTE format('CREATE POLICY redaction ON %I TO redactor USING (alliance_id = app_alliance())', name);
        EXECUTE format('GRANT SELECT ON %I TO redactor', name);
    END LOOP;
END $$;
GRANT DELETE ON standing TO redactor;
GRANT UPDATE (text) ON thank_you TO redactor;
GRANT UPDATE (title) ON contribution TO redactor;
GRANT UPDATE (payload) ON journal TO redactor;

CREATE FUNCTION erase_person(erased uuid, with_work boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${service}, pg_temp AS $$
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
END $$;
REVOKE EXECUTE ON FUNCTION erase_person FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_person TO ${service};
GRANT CREATE ON SCHEMA ${service} TO redactor;
ALTER FUNCTION erase_person OWNER TO redactor;
REVOKE CREATE ON SCHEMA ${service} FROM redactor;
