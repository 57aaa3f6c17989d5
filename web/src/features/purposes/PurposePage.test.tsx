// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { proposal, talkedAbout } from '../../../tests/proposals';
import { answering, shown } from '../../../tests/rendered';
import { Proposals } from './PurposePage';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('earlier proposals are read on, and what is only talked about has no count', async () => {
  const pages = [
    { items: [talkedAbout({ id: 'new', title: 'Talked about' })], next: 'earlier' },
    { items: [proposal({ id: 'old', title: 'Voted on' })], next: null },
  ];
  answering({ '/proposals': () => pages.shift() ?? {} });
  await shown(<Proposals />);
  const line = (await screen.findByRole('link', { name: 'Talked about' })).closest('li');
  expect(line?.textContent).toBe('Talked aboutIn dialogue');
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('link', { name: 'Voted on' })).toBeTruthy();
  expect(screen.getByText('0 consenting, 0 objecting, 0 abstained')).toBeTruthy();
});
