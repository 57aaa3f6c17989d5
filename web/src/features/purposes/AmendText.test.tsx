// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Proposal } from '@/shared/api/types';
import { PAST, RULE, rulebookOf, talkedAbout } from '../../../tests/proposals';
import { answering, shown } from '../../../tests/rendered';
import { DraftPage } from './DraftPage';
import { presentWords } from './orders';
import { ProposalPage } from './ProposalPage';
import { TextVersions } from './TextVersions';

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

async function amended(proposal: Proposal, change: () => Promise<void>): Promise<unknown> {
  const sent = answering({
    '/text': proposal,
    '/proposals/asked/dialogue': { texts: [], positions: [], concerns: [] },
    '/proposals/asked': proposal,
    '/rulebook': rulebookOf({ ...RULE, matter: 'RULES' }, { ...RULE, matter: 'PURPOSE' }, RULE),
  });
  await shown(<ProposalPage id="asked" withPools={(part) => part([])} />);
  const person = userEvent.setup();
  await person.click(await screen.findByRole('button', { name: 'Say it in other words' }));
  await change();
  await person.click(await screen.findByRole('button', { name: 'Put these words in their place' }));
  await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
  return sent.find(({ method }) => method === 'PUT')?.body;
}

/** What is written in a field now. */
async function rewrite(label: RegExp, text: string): Promise<void> {
  const field = await screen.findByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

const MINE = { by: 'ada', textVersion: 4 };

test('who brought up a question asks it in other words', async () => {
  const question: Proposal['question'] = {
    about: 'The autumn meeting.',
    method: 'DOT',
    dots: 3,
    options: [
      { id: 'bern', title: 'Bern', description: 'By train' },
      { id: 'graz', title: 'Graz' },
    ],
  };
  const sent = await amended(talkedAbout({ ...MINE, title: 'Where?', question }), () =>
    rewrite(/^The question/, 'Where do we meet?'),
  );
  expect(sent).toEqual({
    textRead: 4,
    question: {
      title: 'Where do we meet?',
      asks: {
        about: 'The autumn meeting.',
        method: 'DOT',
        dots: 3,
        options: [
          { id: 'bern', title: 'Bern', description: 'By train' },
          { id: 'graz', title: 'Graz' },
        ],
      },
    },
  });
});

test('other words for a change of the rules leave what else it changes', async () => {
  const { rules } = rulebookOf({ ...RULE, matter: 'PURPOSE' }).inForce;
  const other = { matter: 'MONEY' as const, method: 'MAJORITY' as const };
  const change = {
    rules: [{ matter: 'PURPOSE' as const, method: 'MAJORITY' as const }, other],
    seatsPerFirmMax: 2,
  };
  const proposed = { change, before: rules, after: rules, reason: 'It takes too long.' };
  const sent = await amended(
    talkedAbout({ ...MINE, kind: 'CHANGE_RULES', question: null, rules: proposed }),
    () => rewrite(/^Reason/, 'It takes us months.'),
  );
  expect(sent).toMatchObject({
    textRead: 4,
    rules: {
      reason: 'It takes us months.',
      change: { ...change, rules: [change.rules[0], other] },
    },
  });
});

test('nobody else says it in other words', async () => {
  answering({
    '/proposals/asked/dialogue': { texts: [], positions: [], concerns: [] },
    '/proposals/asked': talkedAbout(),
    '/rulebook': rulebookOf(RULE),
  });
  await shown(<ProposalPage id="asked" withPools={(part) => part([])} />);
  await screen.findByText('What comes next');
  expect(screen.queryByRole('button', { name: 'Say it in other words' })).toBeNull();
});

test('an order that is talked about is read back as it was typed', () => {
  const what = { pool: 'tools', currency: 'EUR', amountMinor: 12_50, person: 'cleo' };
  const order = { what, reason: 'For the tools.' } as Proposal['order'];
  expect(presentWords(talkedAbout({ title: 'Pay Cleo', order }))).toMatchObject({
    title: 'Pay Cleo',
    reason: 'For the tools.',
    pool: 'tools',
    amount: 12.5,
    person: 'cleo',
    organization: null,
  });
});

test('a draft that is talked about leads there and is not brought up twice', async () => {
  const draft = { id: 'draft', title: 'One list', state: 'DRAFT', version: 1 };
  const talk = talkedAbout({ kind: 'RATIFY_PURPOSE', purpose: 'draft' });
  answering({
    '/purpose/drafts/draft': draft,
    '/rulebook': rulebookOf({ ...RULE, matter: 'PURPOSE' }),
    '/proposals': { items: [talk], next: null },
  });
  await shown(<DraftPage id="draft" />);
  expect(await screen.findByRole('link', { name: 'go to the dialogue' })).toBeTruthy();
  expect(screen.queryByText('Put it to the vote')).toBeNull();
});

test('versions of what is talked about say what each changed', async () => {
  answering({});
  const none = { words: null, statement: null, output: null, measure: null, goal: null };
  const nothingElse = { before: null, change: null, order: null, question: null, stage: null };
  const text = (version: number, output: string, deadline: string) => ({
    version,
    title: 'One list',
    by: 'bob',
    at: PAST,
    content: { ...none, ...nothingElse, output, deadline },
  });
  const { container } = await shown(
    <TextVersions
      texts={[
        text(2, 'A list that all use', '2031-06-30'),
        text(1, 'A list that few use', '2030-06-30'),
      ]}
    />,
  );
  expect(container.querySelector('ins')?.textContent).toBe('added: all ');
  expect(container.querySelector('del')?.textContent).toContain('few');
  expect(container.textContent).toContain('Jun 30, 2030');
});
