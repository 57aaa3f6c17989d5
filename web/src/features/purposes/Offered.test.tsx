// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Proposal, Rule } from '@/shared/api/types';
import { PAST, proposal, RULE, rulebookOf, SOON, talkedAbout } from '../../../tests/proposals';
import { answering, shown } from '../../../tests/rendered';
import { waitsFor } from './Dialogue';
import { Approve } from './OrderPassing';
import { ProposalPage } from './ProposalPage';
import { PurposeTime } from './PurposeTime';
import { AskForm } from './poll/QuestionForm';
import { RulebookPage } from './Rules';

// What is not taken is not offered.

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

async function page(found: Proposal) {
  answering({
    '/proposals/asked/dialogue': { texts: [], positions: [], concerns: [] },
    '/proposals/asked': found,
    '/rulebook': rulebookOf(RULE),
  });
  await shown(<ProposalPage id="asked" withPools={(part) => part([])} />);
  await screen.findByText('What comes next');
}

const OPEN_IT = { name: 'Open the ballot' };
const TIMES = { since: PAST, ballotFrom: PAST, voices: 1, voicesNeeded: 3, staleAt: null };

test('a ballot waits for its time and for the firms that are heard', () => {
  const now = Date.parse(PAST) + 1;
  expect(waitsFor(TIMES, now - 2)).toBe('time');
  expect(waitsFor(TIMES, now)).toBe('voices');
  expect(waitsFor({ ...TIMES, voices: 3 }, now)).toBeUndefined();
});

test('a ballot that the rules do not let open is not offered', async () => {
  await page(talkedAbout({ dialogue: { ...TIMES, ballotFrom: SOON } }));
  expect(await screen.findByText(/By the rules its ballot can open/)).toBeTruthy();
  expect(screen.queryByRole('button', OPEN_IT)).toBeNull();
  cleanup();
  await page(talkedAbout());
  expect(await screen.findByRole('button', OPEN_IT)).toBeTruthy();
  cleanup();
  await page(talkedAbout({ rule: { ...RULE, decider: 'SPONSOR' } }));
  expect(await screen.findByText(/No ballot opens on it/)).toBeTruthy();
  expect(screen.queryByRole('button', OPEN_IT)).toBeNull();
});

const ask = (rule: Partial<Rule>) => shown(<AskForm rules={rulebookOf({ ...RULE, ...rule })} />);

test('what the sponsor decides is talked about and not voted on', async () => {
  answering({});
  await ask({ decider: 'SPONSOR' });
  expect(screen.getByText(/By the rules the sponsor decides this alone/)).toBeTruthy();
  expect(screen.queryByLabelText(/The ballot closes/)).toBeNull();
});

test('the sponsor is offered to decide what somebody can carry out, and nothing else', async () => {
  const firm = { id: 'firm-ada', name: 'Ada & Co', shortName: 'ada', role: 'SPONSOR' };
  answering({ '/organizations': { items: [firm] } });
  const sponsors = talkedAbout({ rule: { ...RULE, decider: 'SPONSOR' } });
  await shown(<Approve proposal={sponsors} />);
  expect(screen.getByText(/there is nothing to carry out/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  cleanup();
  const order = { reason: 'She knows the firms.', what: { person: 'cleo', office: 'CONVENER' } };
  await shown(<Approve proposal={{ ...sponsors, order: order as Proposal['order'] }} />);
  expect(await screen.findByRole('button', { name: 'Decide it for the sponsor' })).toBeTruthy();
});

test('while one change of the rules is voted on no other is offered', async () => {
  const change = proposal({ id: 'other', kind: 'CHANGE_RULES' });
  const answers = { '/rulebook': rulebookOf(RULE), '/powers': { matters: [], sponsors: [] } };
  answering({ ...answers, '/proposals': { items: [change], next: null } });
  await shown(<RulebookPage />);
  expect(await screen.findByRole('link', { name: 'go to the vote' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Propose a change of the rules' })).toBeNull();
  cleanup();
  answering({ ...answers, '/proposals': { items: [], next: null } });
  await shown(<RulebookPage />);
  expect(await screen.findByRole('button', { name: 'Propose a change of the rules' })).toBeTruthy();
});

test('more time is proposed by members', async () => {
  answering({});
  const purpose = { id: 'purpose', deadline: '2031-06-30', overdue: false, deadlines: [] };
  const part = <PurposeTime purpose={purpose as never} ballots={[]} />;
  await shown(part, { class: 'GUEST' });
  expect(screen.queryByRole('button', { name: 'Propose more time' })).toBeNull();
  cleanup();
  await shown(part);
  expect(screen.getByRole('button', { name: 'Propose more time' })).toBeTruthy();
});

function secrecies(): string[] {
  const field = screen.getByLabelText('How votes are kept') as HTMLSelectElement;
  return [...field.options].map((option) => option.value);
}

test('options are not marked without names', async () => {
  answering({});
  await ask({});
  expect(secrecies()).toEqual(['open', 'hidden']);
  cleanup();
  localStorage.setItem('commonweal.draft.question.alliance', '{"method":"YES_NO"}');
  await ask({});
  expect(secrecies()).toEqual(['open', 'hidden', 'anonymous']);
});
