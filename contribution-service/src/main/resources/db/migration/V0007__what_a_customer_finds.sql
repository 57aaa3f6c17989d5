-- A customer finds what came of it, and what they gave themselves; see domain/ParticipantClass.
CREATE OR REPLACE FUNCTION search_titles(in_alliance uuid, by_issuer text, by_subject text, words text[],
                              before_at timestamptz, before_id uuid, most int)
    RETURNS SETOF contribution LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = ${service}, public, pg_temp
    SET plan_cache_mode = force_custom_plan AS $$
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
END $$;
