import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import de from '../src/shared/text/de.json';
import en from '../src/shared/text/en.json';
import { REFUSALS } from '../src/shared/ui/refusals';

type Catalogue = { [key: string]: string | Catalogue };

function texts(catalogue: Catalogue, path = ''): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[path + key, value] as const]
        : [...texts(value, `${path}${key}.`)],
    ),
  );
}

/** The gaps and tags of a text, which its translation must have too. */
function gaps(text: string): string[] {
  return [...text.matchAll(/\{\{\w+\}\}|<\w+\/?>/g)].map(([gap]) => gap).sort();
}

test('German says all that English says', () => {
  expect([...texts(de).keys()].sort()).toEqual([...texts(en).keys()].sort());
});

test('a translation has the same gaps as its original', () => {
  const german = texts(de);
  for (const [key, text] of texts(en))
    expect({ [key]: gaps(german.get(key) ?? '') }).toEqual({ [key]: gaps(text) });
});

const SOURCE = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.includes('generated'))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .join('\n');

/** Said by its whole key, or by one whose end is made up: `proposal.act.${choice}`. */
function isSaid(key: string): boolean {
  const base = key.replace(/_(one|other)$/, '');
  if (SOURCE.includes(`'${base}'`) || SOURCE.includes(`"${base}"`)) return true;
  const steps = base.split('.').map((_, at, all) => all.slice(0, at).join('.'));
  return steps.some((step) => step !== '' && SOURCE.includes(`\`${step}.\${`));
}

test('every text is said somewhere', () => {
  const refusals = new Set(Object.values(REFUSALS).map(({ text }) => `refusal.${text}`));
  const silent = [...texts(en).keys()].filter((key) => !refusals.has(key) && !isSaid(key));
  expect(silent).toEqual([]);
});

test('German says “Sie” to everybody', () => {
  const familiar = /\b(du|dein\w*|dir|dich|euch|euer|eure[mnrs]?)\b/i;
  const found = [...texts(de)].filter(([, text]) => familiar.test(text));
  expect(found).toEqual([]);
});

test('German has one name for each thing', () => {
  const other = /Bündnis|Förderer|\bSponsors?\b/;
  expect([...texts(de)].filter(([, text]) => other.test(text))).toEqual([]);
});

test('every refusal has words', () => {
  for (const { text } of Object.values(REFUSALS)) expect(en.refusal[text]).toBeTruthy();
});
