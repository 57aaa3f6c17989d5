-- Which version of an agreement a member must have accepted to act, from when on, and who has accepted which:
-- this service's copy of membership's facts. Versions that leave the older acceptance as it was are not here.
CREATE TABLE required_agreement (
    alliance_id   uuid        NOT NULL,
    agreement_id  uuid        NOT NULL,
    version       bigint      NOT NULL,
    required_from timestamptz NOT NULL,
    PRIMARY KEY (alliance_id, agreement_id, version)
);
SELECT secure_tenant_table('required_agreement', 'SELECT, INSERT');

-- The newest accepted version alone.
CREATE TABLE accepted_agreement (
    alliance_id  uuid   NOT NULL,
    person_id    uuid   NOT NULL,
    agreement_id uuid   NOT NULL,
    version      bigint NOT NULL,
    PRIMARY KEY (alliance_id, person_id, agreement_id)
);
SELECT secure_tenant_table('accepted_agreement', 'SELECT, INSERT, UPDATE');
