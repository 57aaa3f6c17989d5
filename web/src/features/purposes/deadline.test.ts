import { expect, test } from 'vitest';
import { timeOf } from './deadline';

const DAY = '2027-06-30';

test('days are counted down to the deadline, and up after it', () => {
  const running = { deadline: DAY, overdue: false };
  expect(timeOf(running, Date.parse('2027-06-28T12:00:00Z'))).toEqual({ overdue: false, days: 2 });
  const over = { deadline: DAY, overdue: true };
  expect(timeOf(over, Date.parse('2027-07-03T12:00:00Z'))).toEqual({ overdue: true, days: 3 });
});

test('whether it is over is the word of the service, wherever the reader is', () => {
  const eastern = { deadline: DAY, overdue: true };
  expect(timeOf(eastern, Date.parse('2027-06-30T15:00:00Z'))).toEqual({ overdue: true, days: 1 });
  const western = { deadline: DAY, overdue: false };
  expect(timeOf(western, Date.parse('2027-07-01T03:00:00Z'))).toEqual({ overdue: false, days: 0 });
});

test('a draft without a deadline has no time', () => {
  expect(timeOf({ deadline: null, overdue: false }, 0)).toBeUndefined();
});
