import { expect, test } from 'vitest';
import { steep, trend } from './HealthPage';

test('a share that hardly moved is held', () => {
  expect(trend(300_000, 310_000)).toBe('held');
  expect(trend(300_000, 420_000)).toBe('rose');
  expect(trend(300_000, 200_000)).toBe('fell');
});

test('the scale grows tenfold only where one year would hide all others', () => {
  expect(steep([806, 470, 363, 32, 28, 47, 40, 40, 23, 33, 27])).toBe(true);
  expect(steep([32, 28, 47, 40])).toBe(false);
  expect(steep([0, 28, 806, 2])).toBe(false);
  expect(steep([null, null])).toBe(false);
});
