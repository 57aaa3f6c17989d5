import { expect, test } from 'vitest';
import { crossings } from './boundaries';

test('features do not know each other, and shared knows no feature', () => {
  expect(crossings('src')).toEqual([]);
});

test('and the rule bites', () => {
  expect(crossings('tests/offenders/boundaries').sort()).toEqual([
    'features/purposes/sideways.ts -> @/features/recognition/thing',
    'features/purposes/upward.ts -> ../../app/thing',
    'shared/upward.ts -> @/features/purposes/sideways',
  ]);
});
