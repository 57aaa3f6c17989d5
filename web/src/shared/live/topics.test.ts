import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { topicsOf } from './topics';

const EVENTS = '../contracts/events';

/** Kept to the services themselves: no page shows them. */
const SILENT = ['membership.pulse.v1', 'membership.invitation-accepted.v1'];

test('every published fact makes something stale besides the activity', () => {
  const facts = readdirSync(EVENTS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.schema.json') && !/imported/.test(file))
    .map((file) => file.replace('.schema.json', '').replace(/[\\/]/, '.'));
  expect(facts.length).toBeGreaterThan(20);
  const forgotten = facts.filter((fact) => !SILENT.includes(fact) && topicsOf(fact).length < 2);
  expect(forgotten).toEqual([]);
});

test('who comes and goes, and how many may, changes what a merger would do', () => {
  for (const fact of ['seats-set', 'member-joined', 'member-left', 'member-moved'])
    expect(topicsOf(`membership.${fact}.v1`)).toContain('mergers');
});

test('a fact of tomorrow refreshes at least the activity', () => {
  expect(topicsOf('purpose.something-new.v7')).toEqual(['activity']);
});
