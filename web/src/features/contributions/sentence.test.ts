import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sentenceOf } from './sentence';

/** Facts that concern one person or the machinery, and never stand in the activity of all. */
const NOT_FOR_ALL =
  /need-|caucus-changed|paper-signed|invitation-|move-|merger-|handover-|application-|agreement-accepted|scim-token-|login-provider-|eligibility-|mail-domain-named|mail-domain-mail|standing-changed|pulse|person-imported/;

test('every fact that all may see has a sentence of its own', () => {
  const facts = readdirSync('../contracts/events', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.schema.json') && !NOT_FOR_ALL.test(file))
    .map((file) => file.replace('.schema.json', '').replace(/[\\/]/, '.'));
  expect(facts.length).toBeGreaterThan(15);
  expect(facts.filter((fact) => sentenceOf(fact) === 'other')).toEqual([]);
});
