// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { DecisionReview, Proposal } from '@/shared/api/types';
import { PAST, proposal } from '../../../tests/proposals';
import { answering, shown } from '../../../tests/rendered';
import { Aftermath } from './Aftermath';

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const SAID = { by: 'ada', organization: 'firm-ada', at: PAST };
const TODAY = new Date().toISOString().slice(0, 10);

function decided(part: Partial<Proposal['aftermath']>, state: Proposal['state'] = 'ADOPTED') {
  const outcome = { ...SAID, version: 2, statement: 'Half of us use the list.', earlier: [] };
  return proposal({
    state,
    aftermath: { ...proposal().aftermath, mayState: true, outcome, ...part },
  });
}

test('what came of it is said anew while its review is due, and the day stays', async () => {
  const sent = answering({ 'PUT ': {} });
  await shown(<Aftermath proposal={decided({ reviewOn: TODAY, reviewDue: true })} />);
  const person = userEvent.setup();
  await person.click(screen.getByRole('button', { name: 'Say it anew' }));
  const statement = screen.getByRole('textbox', { name: 'What came of it' });
  expect(document.activeElement).toBe(statement);
  const day = screen.getByLabelText('Look at it again on') as HTMLInputElement;
  expect([day.value, day.min]).toEqual([TODAY, '']);
  await person.type(statement, ' All of us will.');
  await person.click(screen.getByRole('button', { name: 'Say it' }));
  await waitFor(() =>
    expect(sent.map(({ body }) => body)).toContainEqual({
      statement: 'Half of us use the list. All of us will.',
      reviewOn: TODAY,
    }),
  );
});

test('what has ended is given no day', async () => {
  answering({});
  const ended: DecisionReview = {
    ...SAID,
    id: 'r',
    finding: 'ENDED',
    text: 'The list is gone.',
    next: null,
    followUp: null,
  };
  await shown(<Aftermath proposal={decided({ reviews: [ended] })} />);
  await userEvent.click(screen.getByRole('button', { name: 'Say it anew' }));
  expect(screen.getByRole('textbox', { name: 'What came of it' })).toBeTruthy();
  expect(screen.queryByLabelText('Look at it again on')).toBeNull();
});

test('nothing is missing of what came to no vote', async () => {
  const missing = () => screen.queryByText('Nobody has said yet what came of it.');
  await shown(<Aftermath proposal={decided({ outcome: null })} />);
  expect(missing()).toBeTruthy();
  cleanup();
  await shown(<Aftermath proposal={decided({ outcome: null, mayState: false }, 'WITHDRAWN')} />);
  expect(missing()).toBeNull();
});
