// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { PAST, RULE, rulebookOf } from '../../../tests/proposals';
import { answering, shown } from '../../../tests/rendered';
import { RulebookPage } from './Rules';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('the rulebook says of each version what it changed, by whose decision, and why', async () => {
  const first = rulebookOf(RULE).inForce;
  const second = {
    ...rulebookOf({ ...RULE, method: 'MAJORITY' }).inForce,
    version: 2,
    title: 'Decide by majority',
    reason: 'Consent took us a month.',
    decision: { proposal: 'rules', yes: 2, no: 1, abstain: 0, block: 0, electorate: 3 },
  };
  answering({
    '/rulebook': { inForce: second, earlier: [{ ...first, version: 1, since: PAST }] },
    '/powers': { matters: [], sponsors: [], operator: { can: [], cannot: [] } },
    '/proposals': { items: [], next: null },
  });
  await shown(<RulebookPage />);
  const history = (await screen.findByText('2 versions, and what each changed')).closest('details');
  expect(history?.textContent).toContain('Consent took us a month.');
  expect(history?.querySelector('table')?.textContent).toContain('adopted with more yes than no');
});
