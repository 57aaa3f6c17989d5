import { expect, test } from 'vitest';
import { difference, wordDifference } from './difference';

const told = (older: string, newer: string) =>
  difference(older, newer).map(
    ({ of, text }) => ({ both: ' ', newer: '+', older: '-' })[of] + text,
  );

test('a changed line is told as the older one and the newer one, between what both have', () => {
  expect(told('We answer\nin five days.\nAlways.', 'We answer\nin three days.\nAlways.')).toEqual([
    ' We answer',
    '-in five days.',
    '+in three days.',
    ' Always.',
  ]);
});

test('what is added at the end and taken away at the beginning is found', () => {
  expect(told('a\nb\nc', 'b\nc\nd')).toEqual(['-a', ' b', ' c', '+d']);
});

test('the same text has no difference', () => {
  expect(told('a\n\nb', 'a\n\nb')).toEqual([' a', ' ', ' b']);
});

test('two long texts are told one after the other', () => {
  const lines = difference('a\n'.repeat(2000), 'b\n'.repeat(2000));
  expect(lines[0]).toEqual({ text: 'a', of: 'older' });
  expect(lines.at(-2)).toEqual({ text: 'b', of: 'newer' });
});

test('words are told one by one, with the space after them', () => {
  expect(wordDifference('A list for all', 'A good list for us').map((one) => one.text)).toEqual([
    'A ',
    'good ',
    'list ',
    'for ',
    'all',
    'us',
  ]);
  expect(wordDifference('', 'New')).toEqual([{ text: 'New', of: 'newer' }]);
});
