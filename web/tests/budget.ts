import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const FIRST_LOAD_MAX_BYTES = 250 * 1024;

/** What a browser fetches before it shows the first page: index.html and all scripts and styles that it names. */
export function firstLoadBytes(dist: string): number {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
    ([, file]) => file ?? '',
  );
  return ['index.html', ...named]
    .map((file) => gzipSync(readFileSync(join(dist, file))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}
