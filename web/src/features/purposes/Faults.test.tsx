// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Refusal } from '@/shared/api/refusal';
import { fieldError } from '@/shared/ui/refusals';
import { RULE, rulebookOf } from '../../../tests/proposals';
import { answering, shown } from '../../../tests/rendered';
import { OrderForm } from './OrderForm';
import { AskForm } from './poll/QuestionForm';

// What is wrong is said at the field.

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function refused(kind: string, ...errors: [pointer: string, message: string][]): Response {
  const problem = {
    type: `urn:commonweal:refusal:${kind}`,
    errors: errors.map(([pointer, message]) => ({ pointer, message })),
  };
  return Response.json(problem, { status: 422 });
}

test('a field is found by the end of its pointer, and each of its items', async () => {
  const error = await Refusal.of(
    refused('x', ['/question/asks/options/1/title', 'must say what it is'], ['/domains/0', 'no']),
  );
  expect(fieldError(error, 'options/1/title')).toBe('must say what it is');
  expect(fieldError(error, 'question/title')).toBeUndefined();
  expect(fieldError(error, 'domains')).toBe('no');
});

const pool = { id: 'tools', name: 'Tools', currency: 'EUR', balanceMinor: 50_00 };
const OFFER = 'commonweal.draft.order.alliance.SPEND';

test('an order keeps what was typed, weighs it against the pool, and says at the field what is wrong', async () => {
  answering({
    'PUT ': () => refused('person-unknown', ['/order/title', 'is too long']),
    '/rulebook': rulebookOf({ ...RULE, matter: 'MONEY' }),
  });
  const typed = { title: 'Pay Cleo', reason: 'Tools.', pool: 'tools', amount: 60, person: 'cleo' };
  localStorage.setItem(OFFER, JSON.stringify(typed));
  await shown(<OrderForm kind="SPEND" pools={[pool]} />);
  expect(await screen.findByText(/The pool holds €50.00 today, which is less/)).toBeTruthy();
  expect(screen.getAllByText(/Talk about it/)).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Open the ballot' }));
  expect(await screen.findByText('is too long')).toBeTruthy();
  expect(JSON.parse(localStorage.getItem(OFFER) ?? '{}')).toMatchObject(typed);
});

test('who is to be paid is named, though not among the first whose names are offered', async () => {
  answering({
    'ids=cleo': { items: [{ id: 'cleo', name: 'Cleo Zeller', state: 'ACTIVE', class: 'MEMBER' }] },
    '/people': { items: [{ id: 'ada', name: 'Ada', state: 'ACTIVE', class: 'MEMBER' }] },
    '/rulebook': rulebookOf({ ...RULE, matter: 'MONEY' }),
  });
  localStorage.setItem(OFFER, JSON.stringify({ pool: 'tools', amount: 60, person: 'cleo' }));
  await shown(<OrderForm kind="SPEND" pools={[pool]} />);
  expect(await screen.findByDisplayValue('Cleo Zeller')).toBeTruthy();
});

test('whoever writes for long is not refused for a close that nobody chose', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const sent = answering({ 'PUT ': { id: 'asked' } });
  await shown(<AskForm rules={rulebookOf(RULE)} />);
  vi.setSystemTime(Date.now() + 5 * 3_600_000);
  const person = userEvent.setup();
  await person.type(screen.getByLabelText(/^The question/), 'Where?');
  await person.type(screen.getByLabelText('Option 1'), 'Bern');
  await person.type(screen.getByLabelText('Option 2'), 'Graz');
  await person.click(screen.getByRole('button', { name: 'Open the ballot' }));
  const asked = () => sent.find(({ method }) => method === 'PUT')?.body as { closesAt: string };
  await waitFor(() => expect(asked()).toBeTruthy());
  expect(Date.parse(asked().closesAt)).toBeGreaterThan(Date.now() + 3_600_000);
});

test('what is wrong with an option stands at that option, and nothing untouched is kept', async () => {
  const sent = answering({
    'PUT ': () => refused('question-faulty', ['/question/asks/options/1/title', 'says nothing']),
  });
  await shown(<AskForm rules={rulebookOf(RULE)} />);
  expect(localStorage.length).toBe(0);
  const person = userEvent.setup();
  await person.type(screen.getByLabelText(/^The question/), 'Where?');
  await person.click(screen.getByRole('button', { name: 'Add an option' }));
  await person.type(screen.getByLabelText('Option 1'), 'Bern');
  await person.type(screen.getByLabelText('Option 3'), 'Graz');
  await person.click(screen.getByRole('button', { name: 'Open the ballot' }));
  await screen.findByText('says nothing');
  expect(sent).toHaveLength(1);
  expect(screen.getByLabelText('Option 3').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('Option 1').getAttribute('aria-invalid')).not.toBe('true');
  expect(screen.getByLabelText(/^The question/).getAttribute('aria-invalid')).not.toBe('true');
});
