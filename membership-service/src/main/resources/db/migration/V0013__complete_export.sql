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
