import { expect, test } from 'vitest';
import type { Merger, MergerEffect, Organization } from '@/shared/api/types';
import { answersTo, fits, partnersOf } from './merging';

function firm(id: string, rest: Partial<Organization> = {}): Organization {
  return {
    id,
    name: `Firm ${id}`,
    shortName: id,
    colour: '#1f6f8b',
    role: 'FIRM',
    members: 3,
    enrolledAt: '2026-01-02T03:04:05Z',
    leftAt: null,
    ...rest,
  };
}

test('a firm goes on as another one that is here and not the sponsor', () => {
  const known = [
    firm('own'),
    firm('b'),
    firm('a'),
    firm('s', { role: 'SPONSOR' }),
    firm('h', { role: 'HISTORICAL' }),
    firm('gone', { leftAt: '2026-05-06T07:08:09Z' }),
  ];
  expect(partnersOf('own', known).map((one) => one.id)).toEqual(['a', 'b']);
});

test('whoever comes needs a seat where seats are bound', () => {
  const effect = { seatsNeeded: 4, seatsFree: 4 } as MergerEffect;
  expect(fits(effect)).toBe(true);
  expect(fits({ ...effect, seatsFree: 3 })).toBe(false);
  expect(fits({ ...effect, seatsFree: null })).toBe(true);
});

test('an open proposal is answered by the other firm and taken back by the own', () => {
  const merger = { state: 'PROPOSED', ours: true } as Merger;
  expect(answersTo(merger)).toBe('OURS');
  expect(answersTo({ ...merger, ours: false })).toBe('THEIRS');
  for (const state of ['ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED'] as const)
    expect(answersTo({ ...merger, state })).toBe('NONE');
});
