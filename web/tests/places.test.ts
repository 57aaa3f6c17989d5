// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { PLACES } from '../e2e/places';
import { createAppRouter } from '../src/app/router';

/** Addresses of the client that the list lacks, and such on the list that lead nowhere. */
function strangers(addresses: string[], list: string[]): string[] {
  return [
    ...addresses.filter((one) => !list.includes(one)),
    ...list.filter((one) => !addresses.includes(one)),
  ];
}

const ADDRESSES = Object.keys(createAppRouter().routesByPath).map((path) =>
  path.replace(/(.)\/$/, '$1'),
);

test('the browser tests look at every page that has an address', () => {
  expect(strangers(ADDRESSES, Object.keys(PLACES))).toEqual([]);
});

test('and the rule bites', () => {
  expect(strangers([...ADDRESSES, '/new'], Object.keys(PLACES))).toEqual(['/new']);
  expect(strangers(ADDRESSES, [...Object.keys(PLACES), '/gone'])).toEqual(['/gone']);
});
