// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Poll, Proposal, QuestionResult } from '@/shared/api/types';
import { PAST, proposal, RULE } from '../../../../tests/proposals';
import { shown } from '../../../../tests/rendered';
import { PollResult } from './PollResult';
import { useTallyWords } from './state';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const POLL: Poll = {
  about: null,
  method: 'DOT',
  dots: 3,
  options: [
    { id: 'bern', title: 'Bern' },
    { id: 'graz', title: 'Graz' },
  ],
};
const RESULT = {
  chosen: ['bern'],
  blank: 0,
  places: [['bern'], ['graz']],
  dots: [
    { option: 'bern', dots: 2_000_000, from: 1_000_000 },
    { option: 'graz', dots: 1_000_000, from: 1_000_000 },
  ],
} as unknown as QuestionResult;

test('what came first with too few votes is not chosen', async () => {
  const { container } = await shown(<PollResult poll={POLL} result={RESULT} valid={false} />);
  expect(screen.getByText(/Too few voted, so nothing is chosen/)).toBeTruthy();
  expect(container.querySelector('[data-first]')).toBeNull();
  cleanup();
  const valid = await shown(<PollResult poll={POLL} result={RESULT} valid />);
  expect(screen.getByText('Chosen: Bern')).toBeTruthy();
  expect(valid.container.querySelectorAll('[data-first]')).toHaveLength(1);
});

test('what was left open is said in votes, of which there are parts', async () => {
  await shown(<PollResult poll={POLL} result={{ ...RESULT, blank: 1_333_333 }} valid />);
  expect(screen.getByText(/1\.33 votes left all options open/)).toBeTruthy();
});

function Tally({ of }: { of: Proposal }) {
  return <output>{useTallyWords()(of)}</output>;
}

test.each([
  ['before its ballot', proposal({ state: 'DIALOGUE', opensAt: null, count: null }), ''],
  ['hidden', proposal({ count: null, opensAt: PAST }), 'Hidden until the close'],
  [
    'with many votes and a block',
    proposal({
      rule: { ...RULE, method: 'BLOCK' },
      count: { yes: 1234.5, no: 2, abstain: 0, block: 1, electorate: 2000 },
    }),
    '1,234.5 yes, 2 no, 0 abstained, 1 blocking',
  ],
  [
    'under consent',
    proposal({ count: { yes: 2, no: 1, abstain: 0, block: 0, electorate: 3 } }),
    '2 consenting, 1 objecting, 0 abstained',
  ],
  [
    'a question with too few votes',
    proposal({ question: POLL, state: 'NO_QUORUM', result: RESULT }),
    'without an answer',
  ],
  ['an answered question', proposal({ question: POLL, state: 'ADOPTED', result: RESULT }), 'Bern'],
])('in a list %s', async (_, of, words) => {
  await shown(<Tally of={of} />);
  expect(screen.getByRole('status').textContent).toBe(words);
});
