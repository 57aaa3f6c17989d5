-- A question has options, and a vote on it marks them; what it came to is kept whole.
ALTER TABLE elector
    ADD COLUMN marks jsonb,
    DROP CONSTRAINT elector_choice_check,
    ADD CONSTRAINT elector_choice_check CHECK (
        choice IN ('YES', 'NO', 'ABSTAIN', 'BLOCK', 'MARKED')),
    ADD CONSTRAINT elector_marks_check CHECK (
        (marks IS NOT NULL) = (choice IS NOT NULL AND choice = 'MARKED'));
ALTER TABLE vote
    ADD COLUMN marks jsonb,
    DROP CONSTRAINT vote_choice_check,
    ADD CONSTRAINT vote_choice_check CHECK (
        choice IN ('YES', 'NO', 'ABSTAIN', 'BLOCK', 'MARKED')),
    ADD CONSTRAINT vote_marks_check CHECK ((marks IS NOT NULL) = (choice = 'MARKED'));
ALTER TABLE proposal
    ADD COLUMN result jsonb,
    ADD CONSTRAINT proposal_result_check CHECK (result IS NULL OR tally IS NOT NULL);
