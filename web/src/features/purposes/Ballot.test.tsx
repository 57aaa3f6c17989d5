// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { HeldVote, Proposal } from '@/shared/api/types';
import { elector, PAST, proposal } from '../../../tests/proposals';
import { answering, shown } from '../../../tests/rendered';
import { Caucus } from './Caucus';
import { ProposalPage } from './ProposalPage';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const HELD: HeldVote = {
  voter: 'firm-bob',
  organization: 'firm-bob',
  person: null,
  choice: null,
  castByItsOwn: false,
};

const POLL: Proposal['question'] = {
  about: null,
  method: 'COUNT',
  options: [{ id: 'monday', title: 'Monday' }],
  capacity: null,
};

const NO_CAUCUS = { organization: 'firm-ada', voices: [], split: null };
const FIRMS = {
  items: ['ada', 'bob', 'cleo'].map((name) => ({
    id: `firm-${name}`,
    name: `${name} & Co`,
    shortName: name,
  })),
};

/** The page of that proposal, and what it sends. */
async function page(found: Proposal, answers: Parameters<typeof answering>[0] = {}) {
  const sent = answering({
    ...answers,
    '/caucus': NO_CAUCUS,
    'PUT /api/alliances/alliance/proposals/asked': found.mine,
    '/proposals/asked/dialogue': { texts: [], positions: [], concerns: [] },
    '/proposals/asked': found,
    '/organizations': FIRMS,
  });
  await shown(<ProposalPage id="asked" withPools={(part) => part([])} />);
  await screen.findByRole('heading', { level: 1 });
  return () => sent.filter(({ method }) => method === 'PUT');
}

test('why somebody objects is read by all', async () => {
  const objection = { choice: 'NO', reason: 'Bern is too far for us.', at: PAST } as const;
  await page(proposal({ electorate: [elector('firm-ada'), elector('firm-bob', objection)] }));
  await screen.findByText('Reasons given against it');
  expect(screen.getByText('Bern is too far for us.')).toBeTruthy();
  expect(screen.getAllByText(/objects/).length).toBeGreaterThan(0);
});

test('under consent a vote has one name wherever it stands', async () => {
  const voices = [{ person: 'bob', choice: 'NO', at: PAST }];
  await page(
    proposal({
      mine: { ...proposal().mine, choice: 'NO' },
      electorate: [elector('firm-ada', { choice: 'NO', at: PAST }), elector('firm-bob')],
      count: { yes: 1, no: 1, abstain: 0, block: 0, electorate: 3 },
    }),
    { '/asked/caucus': { ...NO_CAUCUS, voices, split: { YES: 500_000, NO: 500_000 } } },
  );
  expect(await screen.findByText(/^Your firm's vote: objects\./)).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'I would object' })).toBeTruthy();
  expect(screen.getByRole('button', { name: /: 50% consenting, 50% objecting$/ })).toBeTruthy();
  expect(screen.getByRole('img', { name: '1 consenting, 1 objecting, 1 not yet' })).toBeTruthy();
  expect(screen.queryByText('No')).toBeNull();
});

test('who has said nothing before the close did not vote', async () => {
  const count = { yes: 1, no: 0, abstain: 0, block: 0, electorate: 2 };
  const electorate = [elector('firm-ada', { choice: 'YES', at: PAST }), elector('firm-bob')];
  await page(proposal({ electorate, count, state: 'ADOPTED' }));
  expect(await screen.findByRole('img', { name: /, 1 did not vote$/ })).toBeTruthy();
  expect(screen.getByText('did not vote')).toBeTruthy();
  expect(screen.queryByText(/not yet/)).toBeNull();
});

test('who objects with a vote that is held says why, too', async () => {
  const sent = await page(proposal({ held: [HELD] }));
  const person = userEvent.setup();
  const held = await screen.findByRole('group', { name: 'bob' });
  const objects = [...held.querySelectorAll('button')].find(
    (one) => one.textContent === 'I object',
  );
  await person.click(objects as HTMLElement);
  expect(sent()).toEqual([]);
  await person.type(screen.getByRole('textbox', { name: /Why not/ }), 'Too far for Bob.');
  await person.click(screen.getByRole('button', { name: 'Object' }));
  await waitFor(() =>
    expect(sent().map(({ body }) => body)).toEqual([
      { choice: 'NO', reason: 'Too far for Bob.', for: 'firm-bob' },
    ]),
  );
});

test('a caucus of which a part objects casts its vote with a reason', async () => {
  const divided = { YES: 500_000, NO: 500_000 };
  const sent = answering({
    '/caucus': { ...NO_CAUCUS, split: divided },
    'PUT ': proposal().mine,
    '/organizations': FIRMS,
  });
  await shown(<Caucus proposal={proposal()} />);
  const person = userEvent.setup();
  await person.click(await screen.findByRole('button', { name: /Split the firm’s vote so/ }));
  await person.type(screen.getByRole('textbox', { name: /Why not/ }), 'Half of us cannot come.');
  await person.click(screen.getByRole('button', { name: 'Object' }));
  const cast = () => sent.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  await waitFor(() =>
    expect(cast()).toEqual([{ asCaucus: true, reason: 'Half of us cannot come.' }]),
  );
});

test('whose vote I hold in a poll is named with what I mark for it', async () => {
  const sent = await page(proposal({ question: POLL, held: [HELD] }));
  const person = userEvent.setup();
  const held = (await screen.findByText('Vote for bob & Co')).closest('details') as HTMLElement;
  await person.click(held.querySelector('input[type=checkbox]') as HTMLElement);
  await person.click(held.querySelector('button[type=submit]') as HTMLElement);
  await waitFor(() =>
    expect(sent().map(({ body }) => body)).toEqual([
      { choice: 'MARKED', marks: { in: ['monday'] }, for: 'firm-bob' },
    ]),
  );
});

test('an anonymous ballot knows no proxies', async () => {
  const secrecy = { hidden: true, anonymous: true, papers: 0, keys: [] };
  await page(proposal({ secrecy, count: null, held: [HELD] }));
  await screen.findByText(/One press: this device/);
  expect(screen.queryByText('Votes of others that you hold')).toBeNull();
  expect(screen.queryByText('Votes given to others')).toBeNull();
});

test('a ballot is left to the others in one place, whatever is voted on', async () => {
  await page(proposal({ held: [HELD] }));
  expect(await screen.findAllByRole('button', { name: 'Leave this to the others' })).toHaveLength(
    1,
  );
  cleanup();
  await page(proposal({ question: POLL, held: [HELD] }));
  expect(await screen.findAllByRole('button', { name: 'Leave this to the others' })).toHaveLength(
    1,
  );
  cleanup();
  const recused = { ...proposal().mine, mayVote: false, why: 'RECUSED' as const };
  const secrecy = { hidden: true, anonymous: true, papers: 0, keys: [] };
  await page(proposal({ secrecy, count: null, mine: recused }));
  expect(await screen.findByRole('button', { name: 'Take part after all' })).toBeTruthy();
});

test('of many electors it says how many are not listed', async () => {
  await page(proposal({ electors: 1503 }));
  expect(await screen.findByText('1,503 firms vote')).toBeTruthy();
  expect(screen.getByText('1,500 more are counted and not listed here.')).toBeTruthy();
});
