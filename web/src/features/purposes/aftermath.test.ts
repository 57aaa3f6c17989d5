import { expect, test } from 'vitest';
import type { DecisionReview } from '@/shared/api/types';
import { isLongEnough, isOver, reviewDays, waysToSpeak } from './aftermath';

const outcome = {
  version: 2,
  statement: 'Half of all matters use the list.',
  by: 'p',
  organization: 'o',
  at: '2027-01-01T00:00:00Z',
  earlier: [],
};
const review = (finding: DecisionReview['finding']): DecisionReview => ({
  id: 'r',
  finding,
  text: 'Still so',
  by: 'p',
  organization: 'o',
  at: '2027-02-01T00:00:00Z',
  next: null,
  followUp: null,
});

test('who may say what came of it says it, and reviews what was adopted and has not ended', () => {
  const mine = { mayState: true, outcome, reviews: [review('KEPT')] };
  expect(waysToSpeak({ state: 'ADOPTED', aftermath: mine })).toEqual(['review', 'state']);
  expect(waysToSpeak({ state: 'REJECTED', aftermath: mine })).toEqual(['state']);
  expect(waysToSpeak({ state: 'ADOPTED', aftermath: { ...mine, outcome: null } })).toEqual([
    'state',
  ]);
  expect(
    waysToSpeak({ state: 'ADOPTED', aftermath: { ...mine, reviews: [review('ENDED')] } }),
  ).toEqual(['state']);
  expect(waysToSpeak({ state: 'ADOPTED', aftermath: { ...mine, mayState: false } })).toEqual([]);
});

test('something is over when it is neither talked about nor voted on', () => {
  expect((['DIALOGUE', 'OPEN'] as const).some((state) => isOver({ state }))).toBe(false);
  expect((['ADOPTED', 'NO_QUORUM', 'EXPIRED'] as const).every((state) => isOver({ state }))).toBe(
    true,
  );
});

test('a statement has twenty characters, and blanks around it are none', () => {
  expect(isLongEnough('x'.repeat(20))).toBe(true);
  expect(isLongEnough(` ${'x'.repeat(19)} `)).toBe(false);
});

test('a review is from tomorrow on, at most five years ahead', () => {
  expect(reviewDays(new Date(2026, 11, 31, 23, 59))).toEqual({
    min: '2027-01-01',
    max: '2031-12-31',
  });
});
