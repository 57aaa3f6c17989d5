import { expect, test } from 'vitest';
import { commandFor, newId } from './ids';

const NOON = Date.UTC(2026, 10, 23, 12);

test('an id is a UUID of version 7 that carries its time', () => {
  const id = newId(NOON);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(NOON);
});

test('the same words keep their id when they are sent again', () => {
  const first = commandFor({ text: 'a' }, undefined, NOON);
  expect(commandFor({ text: 'a' }, first, NOON + 1000).id).toBe(first.id);
});

test('other words get an id of their own', () => {
  const first = commandFor({ text: 'a' }, undefined, NOON);
  expect(commandFor({ text: 'b' }, first, NOON).id).not.toBe(first.id);
});

test('an id that nears the window of the server is replaced', () => {
  const first = commandFor({ text: 'a' }, undefined, NOON);
  expect(commandFor({ text: 'a' }, first, NOON + 21 * 3_600_000).id).not.toBe(first.id);
});
