import { expect, test } from 'vitest';
import { daysLeft, duration, fromNow, secondsOf } from './time';

const NOW = Date.UTC(2026, 10, 23, 12);

test('moments are said in words', () => {
  expect(fromNow('2026-11-23T09:00:00Z', 'en', NOW)).toBe('3 hours ago');
  expect(fromNow('2026-11-24T13:00:00Z', 'en', NOW)).toBe('tomorrow');
  expect(fromNow('2026-11-24T13:00:00Z', 'de', NOW)).toBe('morgen');
});

test('days left count down to the end of the last day, then past it', () => {
  expect(daysLeft('2026-11-23', NOW)).toBe(0);
  expect(daysLeft('2026-11-24', NOW)).toBe(1);
  expect(daysLeft('2026-11-22', NOW)).toBe(-1);
});

test('ISO durations become seconds, and seconds the unit that reads best', () => {
  expect(secondsOf('PT72H')).toBe(259_200);
  expect(secondsOf('P3DT1M30S')).toBe(259_290);
  expect(secondsOf('three days')).toBe(0);
  expect(duration(259_200, 'en')).toBe('3 days');
  expect(duration(5400, 'en')).toBe('1.5 hours');
  expect(duration(86_400, 'en')).toBe('1 day');
  expect(duration(90_000, 'en')).toBe('25 hours');
  expect(duration(1, 'en')).toBe('1 second');
});
