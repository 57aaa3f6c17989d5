import { expect, test } from 'vitest';
import { RULE, rulebookOf } from '../../../tests/proposals';
import { boundsChangeOf, boundsOf, GATE_NAMES, wantedBoundsOf } from './bounds';

const RULES = rulebookOf(RULE).inForce.rules;

test('a change of what holds for everything says only what changes', () => {
  expect(boundsChangeOf(RULES, {})).toBeUndefined();
  expect(boundsChangeOf(RULES, boundsOf(RULES))).toBeUndefined();
  expect(boundsChangeOf(RULES, { seats: 2, gates: { FIRMS: 2 } })).toEqual({ seatsPerFirmMax: 2 });
  expect(boundsChangeOf(RULES, { windowSeconds: 86_400, gates: { FIRMS: 5 } })).toEqual({
    thresholds: { gates: [{ gate: 'FIRMS', needed: 5 }], wordingWindow: 'PT86400S' },
  });
});

test('what a change asks for comes back into the form', () => {
  const wanted = { seats: 3, proxies: 0, windowSeconds: 86_400, gates: { MUTUAL_TIES: 500_000 } };
  expect(wantedBoundsOf(boundsChangeOf(RULES, wanted) ?? {})).toEqual(wanted);
});

test('the gates stand in the order of the stages', () => {
  expect(GATE_NAMES[0]).toBe('DRAFT_PURPOSE');
  expect(GATE_NAMES.at(-1)).toBe('ANSWERED_CONTRIBUTIONS');
});
