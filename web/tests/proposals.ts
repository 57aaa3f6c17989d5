import type { Elector, Proposal, Rule, Rulebook } from '../src/shared/api/types';

export const RULE: Rule = {
  matter: 'QUESTION',
  decider: 'BALLOT',
  body: 'FIRMS',
  method: 'CONSENT',
  quorumPerMillion: 500_000,
  thresholdPerMillion: 500_001,
  dialogueMinimum: 'PT0S',
  voicesMinimum: 0,
  ballotMinimum: 'PT1H',
  votesPerFirmMax: null,
  movedBy: null,
};

const THRESHOLDS: Rulebook['inForce']['rules']['thresholds'] = {
  gates: [
    { gate: 'FIRMS', needed: 2 },
    { gate: 'MUTUAL_TIES', needed: 300_000 },
  ],
  wordingWindow: 'PT72H',
};

export const SOON = new Date(Date.now() + 3_600_000).toISOString();
export const PAST = new Date(Date.now() - 3_600_000).toISOString();

export function elector(organization: string, said: Partial<Elector> = {}): Elector {
  return {
    organization,
    person: null,
    weight: 1,
    choice: null,
    reason: null,
    by: null,
    at: null,
    leftAt: null,
    recusedAt: null,
    recusal: null,
    proxy: null,
    split: null,
    ...said,
  };
}

/** A question of yes and no that is voted on. */
export function proposal(part: Partial<Proposal> = {}): Proposal {
  return {
    id: 'asked',
    kind: 'QUESTION',
    matter: 'QUESTION',
    title: 'Shall we meet in Bern?',
    version: 2,
    by: 'bob',
    purpose: null,
    text: null,
    renewal: null,
    conclusion: null,
    rules: null,
    question: { about: null, method: null, options: null },
    stage: null,
    order: null,
    approval: null,
    execution: null,
    aftermath: {
      followedBy: [],
      follows: null,
      mayState: false,
      outcome: null,
      reviewDue: false,
      reviewOn: null,
      reviews: [],
    },
    state: 'OPEN',
    textVersion: 1,
    blocking: [],
    dialogue: null,
    opensAt: PAST,
    closesAt: SOON,
    rulebookVersion: 3,
    rule: RULE,
    standingsAsOf: PAST,
    electorate: [elector('firm-ada'), elector('firm-bob'), elector('firm-cleo')],
    electors: 3,
    count: { yes: 0, no: 0, abstain: 0, block: 0, electorate: 3 },
    result: null,
    secrecy: { hidden: false, anonymous: false, papers: 0, keys: [] },
    mine: {
      mayVote: true,
      choice: null,
      reason: null,
      marks: null,
      why: null,
      weight: 1,
      paper: false,
    },
    held: [],
    ...part,
  };
}

/** The same while it is talked about. */
export function talkedAbout(part: Partial<Proposal> = {}): Proposal {
  return proposal({
    state: 'DIALOGUE',
    opensAt: null,
    closesAt: null,
    standingsAsOf: null,
    electorate: [],
    electors: 0,
    count: null,
    dialogue: { since: PAST, ballotFrom: PAST, voices: 0, voicesNeeded: 0, staleAt: SOON },
    mine: { ...proposal().mine, mayVote: false, why: 'BALLOT_NOT_OPEN' },
    ...part,
  });
}

/** A rulebook with that rule for all that is asked. */
export function rulebookOf(...rules: Rule[]): Rulebook {
  const inForce = {
    version: 3,
    title: 'The charter',
    since: PAST,
    decision: null,
    reason: null,
    rules: {
      seatsPerFirmMax: null,
      proxiesPerHolderMax: 2,
      staleAfter: 'PT2160H',
      thresholds: THRESHOLDS,
      rules,
    },
  };
  return { inForce, earlier: [] };
}
