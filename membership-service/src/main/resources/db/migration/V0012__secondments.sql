-- A person belongs to two firms at once: a member of the home firm has a place at a host firm
-- besides, under the id of the offer that was taken up. It stands on the membership at home, and on
-- logins of its own.
ALTER TABLE move ADD COLUMN kind text NOT NULL DEFAULT 'MOVE'
    CHECK (kind IN ('MOVE', 'SECONDMENT'));

CREATE TABLE secondment (
    alliance_id     uuid        NOT NULL,
    id              uuid        NOT NULL,
    person_id       uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    since           timestamptz NOT NULL,
    until           timestamptz,
    how             text
                    CHECK (how IN ('LEFT', 'REMOVED', 'DIRECTORY', 'FIRM_LEFT', 'HOME_ENDED')),
    ended_by        uuid,
    reason          text        CHECK (char_length(reason) <= 2000),
    PRIMARY KEY (alliance_id, id),
    FOREIGN KEY (alliance_id, id) REFERENCES move (alliance_id, id),
    FOREIGN KEY (alliance_id, organization_id) REFERENCES organization (alliance_id, id),
    FOREIGN KEY (alliance_id, person_id) REFERENCES membership (alliance_id, person_id),
    CHECK ((until IS NULL) = (how IS NULL))
);
-- Two firms, and not three.
CREATE UNIQUE INDEX secondment_open ON secondment (alliance_id, person_id) WHERE until IS NULL;
CREATE INDEX secondment_by_organization ON secondment (alliance_id, organization_id)
    WHERE until IS NULL;
SELECT secure_tenant_table('secondment', 'SELECT, INSERT, UPDATE');

-- Across alliances a person sees the own ones, for /api/me and to take them along.
CREATE POLICY own ON secondment FOR SELECT TO membership
    USING (person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));

-- Who has a place at which firm today, at home or as a host's: what seats, lists and rights are
-- read from. Offices are held at home alone, so that nobody is two firms' vote.
CREATE VIEW place WITH (security_invoker = true) AS
    SELECT alliance_id, person_id, organization_id, class, delegate, administrator, joined_at,
           suspended_at, false AS besides
    FROM membership WHERE state = 'ACTIVE'
    UNION ALL
    SELECT alliance_id, person_id, organization_id, 'MEMBER', false, false, since, NULL, true
    FROM secondment WHERE until IS NULL;
GRANT SELECT ON place TO membership;

-- An erasure takes the words of an ending away, and the logins of both places.
CREATE POLICY redaction ON secondment TO redactor USING (true);
GRANT SELECT, UPDATE (reason) ON secondment TO redactor;
GRANT CREATE ON SCHEMA ${service} TO redactor;
SET LOCAL ROLE redactor;
CREATE OR REPLACE FUNCTION erase_person(by_erasure uuid, with_work text) RETURNS timestamptz
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
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA ${service} FROM redactor;
