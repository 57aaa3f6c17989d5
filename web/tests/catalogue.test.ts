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

test('every refusal has words', () => {
  for (const { text } of Object.values(REFUSALS)) expect(en.refusal[text]).toBeTruthy();
});
