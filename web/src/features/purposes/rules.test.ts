import { expect, test } from 'vitest';
import type { Rule, Rules } from '@/shared/api/types';
import { secondsOf } from '@/shared/text/time';
import { alike, changed, changeOf, decidersOf } from './rules';

const RULE: Rule = {
  matter: 'PURPOSE',
  decider: 'BALLOT',
  body: 'FIRMS',
  method: 'SUPERMAJORITY',
  quorumPerMillion: 500_000,
  thresholdPerMillion: 666_667,
  dialogueMinimum: 'PT0S',
  voicesMinimum: 0,
  ballotMinimum: 'PT72H',
  votesPerFirmMax: null,
  movedBy: null,
};
const OTHER: Rule = { ...RULE, matter: 'RULES', movedBy: 'some-ballot' };
const MONEY: Rule = { ...RULE, matter: 'MONEY', body: 'PERSONS' };
const rules = (...list: Rule[]): Rules => ({
  seatsPerFirmMax: null,
  proxiesPerHolderMax: 2,
  staleAfter: 'PT2160H',
  thresholds: {
    gates: [
      { gate: 'FIRMS', needed: 2 },
      { gate: 'MUTUAL_TIES', needed: 300_000 },
    ],
    wordingWindow: 'PT72H',
  },
  rules: list,
});

test('what is decided alike is said once, whoever decided that', () => {
  expect(alike([RULE, OTHER, MONEY]).map((group) => group.matters)).toEqual([
    ['PURPOSE', 'RULES'],
    ['MONEY'],
  ]);
});

test('a change is what differs', () => {
  const after = rules({ ...RULE, method: 'CONSENT' }, { ...OTHER, method: 'CONSENT' }, MONEY);
  const differences = changed(rules(RULE, OTHER, MONEY), after);
  expect(differences).toHaveLength(1);
  expect(differences[0]?.matters).toEqual(['PURPOSE', 'RULES']);
  expect(differences[0]?.before?.method).toBe('SUPERMAJORITY');
});

test('a change of the rules says only what changes', () => {
  const same = { quorum: 500_000, threshold: 666_667, minimumSeconds: 259_200 };
  expect(changeOf([RULE], secondsOf, same)).toBeUndefined();
  expect(changeOf([RULE, MONEY], secondsOf, { ...same, quorum: 333_333 })).toEqual({
    rules: [
      { matter: 'PURPOSE', quorumPerMillion: 333_333 },
      { matter: 'MONEY', quorumPerMillion: 333_333 },
    ],
  });
  expect(changeOf([RULE], secondsOf, { ...same, minimumSeconds: 86_400 })).toEqual({
    rules: [{ matter: 'PURPOSE', ballotMinimum: 'PT86400S' }],
  });
});

test('who can decide is the members, and whom the service takes beside them or has now', () => {
  expect(decidersOf('PURPOSE', true)).toEqual(['BALLOT']);
  expect(decidersOf('MEMBERSHIP', true)).toEqual(['BALLOT', 'SPONSOR', 'DELEGATE']);
  expect(decidersOf('MEMBERSHIP', false)).toEqual(['BALLOT', 'DELEGATE']);
  expect(decidersOf('MONEY', true)).toEqual(['BALLOT', 'SPONSOR']);
  expect(decidersOf('QUESTION', true)).toEqual(['BALLOT']);
  expect(decidersOf('MONEY', false, 'SPONSOR')).toEqual(['BALLOT', 'SPONSOR']);
});
