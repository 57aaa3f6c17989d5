-- A person takes along all of the own, wherever that was: what was accepted, offered and answered.
CREATE POLICY own ON agreement_acceptance FOR SELECT TO membership
    USING (person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));
CREATE POLICY accepted ON agreement_version FOR SELECT TO membership
    USING ((alliance_id, agreement_id, version) IN (
        SELECT a.alliance_id, a.agreement_id, a.version FROM agreement_acceptance a
        WHERE a.person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid)));
CREATE POLICY own ON move FOR SELECT TO membership
    USING ((SELECT nullif(current_setting('app.person', true), '')::uuid)
        IN (person_id, offered_by));
CREATE POLICY own ON deputy FOR SELECT TO membership
    USING ((SELECT nullif(current_setting('app.person', true), '')::uuid)
        IN (person_id, delegate_id));
CREATE POLICY answered ON invitation FOR SELECT TO membership
    USING (answered_by = (SELECT nullif(current_setting('app.person', true), '')::uuid));

-- A mail is written in the language that the person of its address wishes: the address alone, set
-- for one query, shows that person.
CREATE INDEX person_by_email ON person (email);
CREATE POLICY addressee ON person FOR SELECT TO membership
    USING (email = (SELECT nullif(current_setting('app.addressee', true), '')));
CREATE POLICY addressee ON profile FOR SELECT TO membership
    USING (person_id IN (SELECT p.id FROM person p
        WHERE p.email = (SELECT nullif(current_setting('app.addressee', true), ''))));

-- What was asked by mail of whoever takes part by mail alone: each ask once.
CREATE TABLE mailed_ask (
    alliance_id uuid        NOT NULL,
    ask_id      uuid        NOT NULL,
    person_id   uuid        NOT NULL,
    mailed_at   timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, ask_id, person_id),
    FOREIGN KEY (alliance_id, person_id) REFERENCES membership (alliance_id, person_id)
);
SELECT secure_tenant_table('mailed_ask', 'SELECT, INSERT');
CREATE POLICY own ON mailed_ask FOR SELECT TO membership
    USING (person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));
