-- A charter has versions, a purpose's deadline is renewed or the purpose closed, and ballots decide
-- all of it. The columns dropped here were never released.

-- The owner of the tables is behind the wall, too; only this migration looks over it.
ALTER TABLE alliance NO FORCE ROW LEVEL SECURITY;
ALTER TABLE proposal NO FORCE ROW LEVEL SECURITY;
ALTER TABLE purpose NO FORCE ROW LEVEL SECURITY;
ALTER TABLE due NO FORCE ROW LEVEL SECURITY;
ALTER TABLE standing NO FORCE ROW LEVEL SECURITY;

-- By which rules an alliance decides: first its founder's, then what its ballots made of them.
CREATE TABLE charter (
    alliance_id            uuid        NOT NULL,
    version                bigint      NOT NULL CHECK (version >= 1),
    quorum_per_million     int         NOT NULL CHECK (quorum_per_million BETWEEN 0 AND 1000000),
    threshold_per_million  int         NOT NULL CHECK (threshold_per_million BETWEEN 0 AND 1000000),
    ballot_minimum_seconds bigint      NOT NULL CHECK (ballot_minimum_seconds >= 0),
    since                  timestamptz NOT NULL,
    decided_by             uuid,
    PRIMARY KEY (alliance_id, version),
    FOREIGN KEY (alliance_id, decided_by) REFERENCES proposal,
    -- Nobody but a ballot follows the founder.
    CHECK ((version = 1) = (decided_by IS NULL))
);
-- An alliance began when its founder's client made its id.
INSERT INTO charter
SELECT alliance_id, 1, quorum_per_million, threshold_per_million, ballot_minimum_seconds,
       coalesce(uuid_extract_timestamp(alliance_id), now()), NULL
FROM alliance;

-- The revision rises with each change of the charter and of who may be a delegate: what a ballot was
-- opened upon, and whom it asks, must still be so when it is kept.
ALTER TABLE alliance
    DROP COLUMN quorum_per_million,
    DROP COLUMN threshold_per_million,
    DROP COLUMN ballot_minimum_seconds,
    ADD COLUMN revision bigint NOT NULL DEFAULT 0;

-- A ballot is counted under the version of the charter under which it opened.
ALTER TABLE proposal
    ADD COLUMN charter_version            bigint,
    ADD COLUMN deadline                   date,
    ADD COLUMN deadline_before            date,
    ADD COLUMN words                      text CHECK (length(words) BETWEEN 1 AND 2000),
    ADD COLUMN new_quorum_per_million     int
        CHECK (new_quorum_per_million BETWEEN 0 AND 1000000),
    ADD COLUMN new_threshold_per_million  int
        CHECK (new_threshold_per_million BETWEEN 0 AND 1000000),
    ADD COLUMN new_ballot_minimum_seconds bigint CHECK (new_ballot_minimum_seconds >= 0);
UPDATE proposal SET charter_version = 1, deadline = purpose.deadline
FROM purpose
WHERE purpose.alliance_id = proposal.alliance_id AND purpose.id = proposal.purpose_id;
ALTER TABLE proposal
    ALTER COLUMN charter_version SET NOT NULL,
    ALTER COLUMN purpose_id DROP NOT NULL,
    DROP COLUMN quorum_per_million,
    DROP COLUMN threshold_per_million,
    DROP CONSTRAINT proposal_kind_check,
    ADD FOREIGN KEY (alliance_id, charter_version) REFERENCES charter,
    ADD CONSTRAINT proposal_kind_check CHECK (
        kind IN ('RATIFY_PURPOSE', 'RENEW_PURPOSE', 'CLOSE_PURPOSE', 'CHANGE_CHARTER')),
    -- Each kind has what it would put in force, and no more.
    ADD CONSTRAINT proposal_motion_check CHECK (
        (purpose_id IS NOT NULL) = (kind <> 'CHANGE_CHARTER')
        AND (words IS NOT NULL) = (kind <> 'RATIFY_PURPOSE')
        AND (deadline IS NOT NULL) = (kind IN ('RATIFY_PURPOSE', 'RENEW_PURPOSE'))
        AND (deadline_before IS NOT NULL) = (kind = 'RENEW_PURPOSE')
        AND (new_quorum_per_million IS NOT NULL) = (kind = 'CHANGE_CHARTER')
        AND (new_threshold_per_million IS NOT NULL) = (kind = 'CHANGE_CHARTER')
        AND (new_ballot_minimum_seconds IS NOT NULL) = (kind = 'CHANGE_CHARTER'));
-- What two ballots at a time could contradict each other about, one at a time decides.
CREATE UNIQUE INDEX proposal_one_on_a_purpose ON proposal (alliance_id, purpose_id)
    WHERE state = 'OPEN';
CREATE UNIQUE INDEX proposal_one_on_the_charter ON proposal (alliance_id)
    WHERE state = 'OPEN' AND kind = 'CHANGE_CHARTER';

ALTER TABLE purpose
    ADD COLUMN closed_at  timestamptz,
    ADD COLUMN closed_by  uuid,
    ADD COLUMN conclusion text CHECK (length(conclusion) BETWEEN 1 AND 2000),
    ADD FOREIGN KEY (alliance_id, closed_by) REFERENCES proposal,
    -- Nothing but an adopted ballot closes a purpose, and it says what came of it.
    ADD CONSTRAINT purpose_closed_check CHECK (
        (state = 'CLOSED') = (closed_by IS NOT NULL)
        AND (state = 'CLOSED') = (closed_at IS NOT NULL)
        AND (state = 'CLOSED') = (conclusion IS NOT NULL));

-- A deadline is over with its day, where the alliance is.
INSERT INTO due (alliance_id, kind, subject, at)
SELECT purpose.alliance_id, 'purpose-deadline', purpose.id,
       (deadline + 1)::timestamp AT TIME ZONE time_zone
FROM purpose JOIN alliance ON alliance.alliance_id = purpose.alliance_id
WHERE purpose.state = 'ACTIVE';

-- What is needed of a delegate: the firm's vote, or a decision about a deadline that has passed.
ALTER TABLE need
    ALTER COLUMN proposal_id DROP NOT NULL,
    ADD COLUMN purpose_id uuid,
    ADD FOREIGN KEY (alliance_id, purpose_id) REFERENCES purpose,
    ADD CONSTRAINT need_subject_check CHECK (num_nonnulls(proposal_id, purpose_id) = 1);
CREATE INDEX need_of_purpose ON need (alliance_id, purpose_id) WHERE open;
CREATE INDEX need_of_person ON need (alliance_id, person_id) WHERE open;

-- Up to which version of a person's standing it is settled what is asked of that person: so that a
-- standing that is told again, also when the copy of all standings is built anew, asks nothing again.
CREATE TABLE settled (
    alliance_id uuid   NOT NULL,
    person_id   uuid   NOT NULL,
    version     bigint NOT NULL,
    PRIMARY KEY (alliance_id, person_id)
);
INSERT INTO settled
SELECT alliance_id, person_id, max(version) FROM standing GROUP BY alliance_id, person_id;
SELECT secure_tenant_table('settled', 'SELECT, INSERT, UPDATE');

SELECT secure_tenant_table('charter', 'SELECT, INSERT');
ALTER TABLE standing FORCE ROW LEVEL SECURITY;
ALTER TABLE due FORCE ROW LEVEL SECURITY;
ALTER TABLE purpose FORCE ROW LEVEL SECURITY;
ALTER TABLE proposal FORCE ROW LEVEL SECURITY;
ALTER TABLE alliance FORCE ROW LEVEL SECURITY;
