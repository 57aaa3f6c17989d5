import { expect, test } from 'vitest';
import type { GateReading } from '@/shared/api/types';
import { waysFrom } from './StageForm';

const gate = (met: boolean): GateReading => ({
  gate: 'FIRMS',
  unit: 'COUNT',
  needed: 2,
  actual: met ? 2 : 1,
  part: met ? 2 : 1,
  whole: 0,
  met,
});

test('forward goes a step when all gates are met, back any number of steps, and to the end', () => {
  const met = { stage: 'MATURE' as const, gates: [gate(true)] };
  const unmet = { stage: 'MATURE' as const, gates: [gate(true), gate(false)] };
  expect(waysFrom({ stage: 'COMMUNITY', next: met })).toEqual([
    'MATURE',
    'FORMING',
    'NETWORK',
    'CLOSED',
  ]);
  expect(waysFrom({ stage: 'COMMUNITY', next: unmet })).toEqual(['FORMING', 'NETWORK', 'CLOSED']);
});

test('from the end there is no way', () => {
  expect(waysFrom({ stage: 'CLOSED', next: null })).toEqual([]);
});
