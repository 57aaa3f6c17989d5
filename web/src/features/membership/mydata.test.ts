import { expect, test } from 'vitest';
import { sha256, tags } from './mydata';

test('what is taken along has the sum that any tool makes of it', async () => {
  expect(await sha256('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('expertise is typed as a list', () => {
  expect(tags(' Merger control, maritime law ,,')).toEqual(['Merger control', 'maritime law']);
  expect(tags('')).toEqual([]);
});
