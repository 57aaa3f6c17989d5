-- As what somebody belongs is part of what they accept; a guest is bound to one call.
ALTER TABLE invitation ADD COLUMN class text NOT NULL DEFAULT 'MEMBER';
ALTER TABLE invitation ADD COLUMN call uuid;
ALTER TABLE invitation ADD CONSTRAINT invitation_class_check
    CHECK (class IN ('MEMBER', 'EXPERT', 'CUSTOMER', 'GUEST'));
ALTER TABLE invitation ADD CONSTRAINT invitation_call_check
    CHECK ((class = 'GUEST') = (call IS NOT NULL));
ALTER TABLE membership ADD COLUMN call uuid;
ALTER TABLE membership DROP CONSTRAINT membership_class_check;
ALTER TABLE membership ADD CONSTRAINT membership_class_check
    CHECK (class IN ('MEMBER', 'EXPERT', 'CUSTOMER', 'GUEST'));
ALTER TABLE membership ADD CONSTRAINT membership_call_check
    CHECK ((class = 'GUEST') = (call IS NOT NULL));
-- Whoever votes for a firm or administers it is a member.
ALTER TABLE membership ADD CONSTRAINT membership_office_check
    CHECK (class = 'MEMBER' OR NOT (delegate OR administrator));
