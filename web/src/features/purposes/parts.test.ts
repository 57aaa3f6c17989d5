import { expect, test } from 'vitest';
import { missingParts } from './parts';

test('every missing part is named, and blanks are no words', () => {
  expect(missingParts({ output: 'a library', measure: '  ', deadline: null })).toEqual([
    'measure',
    'deadline',
    'goal',
  ]);
});

test('a complete purpose lacks nothing', () => {
  const whole = { output: 'o', measure: 'm', deadline: '2027-03-01', goal: 'g' };
  expect(missingParts(whole)).toEqual([]);
});
