import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIRST_LOAD_MAX_BYTES, firstLoadBytes } from './budget';

test('the first load fits into its budget', () => {
  expect(firstLoadBytes('dist')).toBeLessThanOrEqual(FIRST_LOAD_MAX_BYTES);
});

test('and the budget bites', () => {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), '<script src="/assets/large.js"></script>');
  writeFileSync(join(dist, 'assets/large.js'), randomBytes(FIRST_LOAD_MAX_BYTES));
  expect(firstLoadBytes(dist)).toBeGreaterThan(FIRST_LOAD_MAX_BYTES);
  rmSync(dist, { recursive: true });
});
