-- A person's own data: what the person says of themselves, and its erasure.

-- What a person says of themselves, beside what the login says. It belongs to no alliance.
CREATE TABLE profile (
    person_id    uuid    PRIMARY KEY REFERENCES person,
    display_name text    CHECK (char_length(display_name) BETWEEN 1 AND 200),
    expertise    text[]  NOT NULL CHECK (cardinality(expertise) <= 20),
    language     text    CHECK (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
    by_mail_only boolean NOT NULL,
    version      bigint  NOT NULL CHECK (version > 0)
);
ALTER TABLE profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON profile TO membership
    USING (person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));
CREATE POLICY members ON profile FOR SELECT TO membership
    USING (person_id IN (SELECT person_id FROM membership));
GRANT SELECT, INSERT, UPDATE ON profile TO membership;

-- A person takes along what they gave, wherever that was.
CREATE POLICY own ON affiliation FOR SELECT TO membership
    USING (person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));
CREATE POLICY sent ON invitation FOR SELECT TO membership
    USING (inviter_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));
CREATE POLICY own ON eligible_person FOR SELECT TO membership
    USING (person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));

-- What is left of an erased login: its hash, so that it does not come back by itself.
CREATE TABLE tombstone (
    hash       bytea       PRIMARY KEY CHECK (length(hash) = 32),
    person_id  uuid        NOT NULL,
    erasure_id uuid        NOT NULL,
    work       text        NOT NULL CHECK (work IN ('KEEP', 'ERASE')),
    at         timestamptz NOT NULL,
    lifted_at  timestamptz
);
CREATE FUNCTION login_hash(issuer text, subject text) RETURNS bytea LANGUAGE sql IMMUTABLE
    RETURN sha256(convert_to(issuer || E'\n' || subject, 'UTF8'));
ALTER TABLE tombstone ENABLE ROW LEVEL SECURITY;
ALTER TABLE tombstone FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON tombstone TO membership
    USING (hash = (SELECT login_hash(
        current_setting('app.issuer', true), current_setting('app.subject', true))));
GRANT SELECT, UPDATE (lifted_at) ON tombstone TO membership;

ALTER TABLE person ADD COLUMN erased_at timestamptz;

-- The redactor changes what nobody else may, by the function below and by nothing else.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['person', 'login', 'profile', 'tombstone', 'standing',
        'membership', 'application', 'invitation', 'eligible_person', 'move', 'journal']
    LOOP
        EXECUTE format('CREATE POLICY redaction ON %I TO redactor USING (true)', name);
        EXECUTE format('GRANT SELECT ON %I TO redactor', name);
    END LOOP;
END $$;
GRANT SELECT ON clock TO redactor;
GRANT DELETE ON login, profile, standing, eligible_person TO redactor;
GRANT INSERT, UPDATE ON tombstone TO redactor;
GRANT UPDATE (name, email, erased_at) ON person TO redactor;
GRANT UPDATE (own_interest, ended_reason, version) ON membership TO redactor;
GRANT UPDATE (email, answers, reason, state, decided_at, mailed_at, version)
    ON application TO redactor;
GRANT UPDATE (email, name, reason, ask, text_hash, state, version) ON invitation TO redactor;
GRANT UPDATE (reason) ON move TO redactor;
GRANT UPDATE (payload) ON journal TO redactor;

-- Erases the person of this transaction (app.person), whose login must be the one that asks, in all
-- alliances. Null when it is not.
CREATE FUNCTION erase_person(by_erasure uuid, with_work text) RETURNS timestamptz
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${service}, pg_temp AS $$
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
    WHERE j.alliance_id = m.alliance_id AND m.person_id = erased AND j.subject = erased
      AND j.type = 'membership.standing-changed.v1';

    DELETE FROM standing WHERE person_id = erased;
    DELETE FROM profile WHERE person_id = erased;
    DELETE FROM login WHERE person_id = erased;
    UPDATE person SET name = 'Former member', email = NULL, erased_at = moment WHERE id = erased;
    RETURN moment;
END $$;
REVOKE EXECUTE ON FUNCTION erase_person FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_person TO membership;
GRANT CREATE ON SCHEMA ${service} TO redactor;
ALTER FUNCTION erase_person OWNER TO redactor;
REVOKE CREATE ON SCHEMA ${service} FROM redactor;
