import i18next from 'i18next';
import { expect, test } from 'vitest';
import en from '@/shared/text/en.json';
import { leastMeeting, shareInWords, shareName } from './shares';

const i18n = i18next.createInstance();
await i18n.init({ lng: 'en', resources: { en: { translation: en } } });

test('two thirds are two thirds however they are rounded', () => {
  expect(shareName(666_666)).toBe('twoThirds');
  expect(shareName(666_667)).toBe('twoThirds');
  expect(shareName(333_334)).toBe('third');
  expect(shareName(666_668)).toBeUndefined();
});

test('a share is told in plain words, and exactly where it has none', () => {
  expect(shareInWords(500_000, 'en', i18n.t)).toBe('at least half');
  expect(shareInWords(500_001, 'en', i18n.t)).toBe('more than half');
  expect(shareInWords(1_000_000, 'en', i18n.t)).toBe('every one');
  expect(shareInWords(612_345, 'en', i18n.t)).toBe('at least 61.2345%');
});

test('the least number is the one that the service counts', () => {
  expect(leastMeeting(666_667, 3)).toBe(2);
  expect(leastMeeting(666_666, 3)).toBe(2);
  expect(leastMeeting(666_668, 3)).toBe(3);
  expect(leastMeeting(500_000, 10)).toBe(5);
  expect(leastMeeting(500_001, 10)).toBe(6);
  expect(leastMeeting(500_000, 19)).toBe(10);
  expect(leastMeeting(1_000_000, 19)).toBe(19);
  expect(leastMeeting(1, 19)).toBe(1);
  expect(leastMeeting(0, 19)).toBe(0);
});
