import { expect, test } from 'vitest';
import { RULE, rulebookOf } from '../../../tests/proposals';
import { wholeChange } from './RulesForm';

const { rules } = rulebookOf({ ...RULE, matter: 'MONEY' }, RULE).inForce;
const MONEY = { matter: 'MONEY' as const, method: 'MAJORITY' as const };
const QUESTION = { matter: 'QUESTION' as const, quorumPerMillion: 250_000 };
const ABOUT_MONEY = { about: 'MONEY', wanted: { method: 'BLOCK' as const }, bounds: {} };
const ABOUT_ALL = { about: 'BOUNDS', wanted: {}, bounds: { seats: 3 } };
const BLOCK = { matter: 'MONEY', method: 'BLOCK' };

test('what holds for everything takes the place of the matter that was asked for', () => {
  expect(wholeChange(rules, ABOUT_ALL, { rules: [MONEY] })).toEqual({ seatsPerFirmMax: 3 });
  expect(wholeChange(rules, ABOUT_ALL, { rules: [MONEY, QUESTION] })).toEqual({
    seatsPerFirmMax: 3,
    rules: [QUESTION],
  });
});

test('a matter takes the place of what was asked for everything, and leaves it beside another', () => {
  expect(wholeChange(rules, ABOUT_MONEY, { seatsPerFirmMax: 2 })).toEqual({ rules: [BLOCK] });
  expect(wholeChange(rules, ABOUT_MONEY, { seatsPerFirmMax: 2, rules: [QUESTION] })).toEqual({
    seatsPerFirmMax: 2,
    rules: [BLOCK],
  });
});

test('a matter is asked for once', () => {
  expect(wholeChange(rules, ABOUT_MONEY, { rules: [QUESTION, MONEY] })).toEqual({
    rules: [BLOCK],
  });
});
