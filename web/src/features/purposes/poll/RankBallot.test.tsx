// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Poll } from '@/shared/api/types';
import { shown } from '../../../../tests/rendered';
import type { Ranking } from './marks';
import { RankBallot } from './RankBallot';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const POLL: Poll = {
  about: null,
  method: 'RANKED_SCHULZE',
  options: ['Bern', 'Graz', 'Lyon'].map((title) => ({ id: title.toLowerCase(), title })),
};

function Ranked() {
  const [ranking, change] = useState<Ranking>([]);
  return <RankBallot poll={POLL} ranking={ranking} change={change} />;
}

const focused = () => document.activeElement?.getAttribute('aria-label');

test('by keyboard alone an option goes all the way up, and the keyboard goes with it', async () => {
  await shown(<Ranked />);
  const person = userEvent.setup();
  screen.getByRole('button', { name: 'Bern' }).focus();
  await person.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toContain('Graz');
  await person.keyboard('{Enter}{Enter}');
  expect(document.activeElement?.closest('li')?.textContent).toContain('Lyon');
  screen.getByRole('button', { name: 'Lyon up' }).focus();
  await person.keyboard('{Enter}');
  expect(focused()).toBe('Lyon up');
  await person.keyboard('{Enter}{Enter}');
  expect(focused()).toBe('Lyon up');
  const order = [...document.querySelectorAll('ol > li')].map((one) => one.textContent);
  expect(order.map((words) => words?.slice(1, 5))).toEqual(['Lyon', 'Bern', 'Graz']);
});
