import { expect, test } from 'vitest';
import { addressFrom, COLOURS, domainsFrom, freeColour } from './naming';

test('an address is made from a name in any spelling', () => {
  expect(addressFrom('Beaumont Séguier & Söhne')).toBe('beaumont-seguier-sohne');
  expect(addressFrom('3rd Way (Europe)')).toBe('rd-way-europe');
  expect(addressFrom(`${'x'.repeat(59)} y`)).toBe('x'.repeat(59));
  expect(addressFrom('法律')).toBe('');
});

test('domains are found in what people write', () => {
  expect(domainsFrom(' Hartwell.example; ines@hartwell.co.uk, hartwell.example ')).toEqual([
    'hartwell.example',
    'hartwell.co.uk',
  ]);
  expect(domainsFrom(' , ')).toEqual([]);
});

test('a new firm gets a colour that nobody has, as long as there is one', () => {
  expect(freeColour([])).toBe(COLOURS[0]);
  expect(freeColour([COLOURS[0], COLOURS[2]])).toBe(COLOURS[1]);
  expect(COLOURS).toContain(freeColour([...COLOURS, '#000000']));
});
