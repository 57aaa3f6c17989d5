import { expect, test } from 'vitest';
import { percent, progress } from './numbers';

test('the way to a target is counted whichever way it points', () => {
  expect(progress('21', '10', '15.5')).toBe(0.5);
  expect(progress('0', '120', '30')).toBe(0.25);
});

test('the way never leads beyond its ends', () => {
  expect(progress('0', '10', '14')).toBe(1);
  expect(progress('0', '10', '-3')).toBe(0);
  expect(progress('5', '5', '5')).toBe(1);
  expect(progress('0', '10', null)).toBe(0);
});

test('shares in millionths read as percent', () => {
  expect(percent(666_667, 'en')).toBe('67%');
});
