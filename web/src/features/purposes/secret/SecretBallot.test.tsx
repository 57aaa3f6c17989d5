// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { PAST, proposal } from '../../../../tests/proposals';
import { answering, shown } from '../../../../tests/rendered';
import { CheckVote } from './CheckVote';
import { keepPaper, keptPaper, receiptOf } from './paper';
import { SecretBallot } from './SecretBallot';

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const SECRET = proposal({
  secrecy: { hidden: true, anonymous: true, papers: 1, keys: [] },
  count: null,
  mine: { ...proposal().mine, paper: true },
});
const PAPER = { token: 'AAAA', signature: 'BBBB', choice: 'YES' };
const PLACE = 'commonweal.paper.ada.asked';

test('a paper that another window has got is here, too, and after a reload', async () => {
  answering({});
  await shown(<SecretBallot proposal={SECRET} />);
  expect(screen.getByText(/The voting paper was signed already/)).toBeTruthy();
  act(() => {
    localStorage.setItem(PLACE, JSON.stringify(PAPER));
    globalThis.dispatchEvent(new StorageEvent('storage', { key: PLACE }));
  });
  expect(await screen.findByText(/In the box: I consent\./)).toBeTruthy();
  cleanup();
  await shown(<SecretBallot proposal={SECRET} />);
  expect(await screen.findByText(/In the box: I consent\./)).toBeTruthy();
});

test('a signed paper survives that another was refused', async () => {
  const refusal = { type: 'urn:commonweal:refusal:paper-signed' };
  const other = { token: 'CCCC', asked: { blinded: 'DDDD', inverse: 'EEEE' } };
  const keys = [{ weight: 1, modulus: 'FFFF' }];
  const secrecy = { ...SECRET.secrecy, keys };
  const late = vi.fn(() => {
    // Another window was first, while this one waited for its answer.
    keepPaper('ada', 'asked', PAPER);
    return Response.json(refusal, { status: 409 });
  });
  answering({ '/ballots/mine/paper': late });
  keepPaper('ada', 'asked', other);
  await shown(<SecretBallot proposal={{ ...SECRET, secrecy }} />);
  await userEvent.click(screen.getByRole('button', { name: 'I consent' }));
  await waitFor(() => expect(late).toHaveBeenCalled());
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(keptPaper('ada', 'asked')).toEqual(PAPER);
});

test('an error of before does not stand beside a vote that is in the box', async () => {
  const asked = { token: 'CCCC', asked: { blinded: 'DDDD', inverse: 'EEEE' } };
  const secrecy = { ...SECRET.secrecy, keys: [{ weight: 1, modulus: 'FFFF' }] };
  const refusal = { type: 'urn:commonweal:refusal:class-not-allowed' };
  answering({ '/ballots/mine/paper': () => Response.json(refusal, { status: 403 }) });
  keepPaper('ada', 'asked', asked);
  await shown(<SecretBallot proposal={{ ...SECRET, secrecy }} />);
  await userEvent.click(screen.getByRole('button', { name: /Only get my voting paper/ }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  act(() => keepPaper('ada', 'asked', { token: 'AAAA', signature: 'BBBB' }));
  await userEvent.click(screen.getByRole('button', { name: 'I consent' }));
  expect(await screen.findByText(/In the box: I consent\./)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the list of votes is read once, whichever is mine, and forgetting reads nothing', async () => {
  const receipt = await receiptOf(PAPER);
  const votes = [{ receipt, choice: 'YES' }];
  const sent = answering({ '/votes': { items: votes, next: null } });
  keepPaper('ada', 'asked', PAPER);
  await shown(<CheckVote proposal={{ ...SECRET, state: 'ADOPTED', closesAt: PAST }} />);
  const person = userEvent.setup();
  await person.click(screen.getByRole('button', { name: 'Check my vote' }));
  expect(await screen.findByText(/Your vote was counted: I consent/)).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Forget my paper on this device' }));
  expect(await screen.findByText(/so it cannot tell which vote is yours/)).toBeTruthy();
  expect(sent.filter(({ path }) => path.endsWith('/votes'))).toHaveLength(1);
});
