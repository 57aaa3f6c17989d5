/** A part of one of two texts: a line, or a word with the space after it. */
export interface Line {
  text: string;
  /** In both, only in the newer one, or only in the older one. */
  of: 'both' | 'newer' | 'older';
}

/** Beyond this many pairs of lines the two are shown one after the other. */
const PAIRS_MOST = 1_000_000;

/** What is different between two texts, line by line, by their longest common part. */
export function difference(older: string, newer: string): Line[] {
  return between(older.split('\n'), newer.split('\n'));
}

/** As `difference`, word by word: for texts of a few lines. */
export function wordDifference(older: string, newer: string): Line[] {
  return between(words(older), words(newer));
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\s)(?=\S)/);
}

function between(before: string[], after: string[]): Line[] {
  if (before.length * after.length > PAIRS_MOST)
    return [
      ...before.map((text) => ({ text, of: 'older' as const })),
      ...after.map((text) => ({ text, of: 'newer' as const })),
    ];
  const common = commonLengths(before, after);
  const length = (i: number, j: number) => common[i]?.[j] ?? 0;
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const fresh = after[j];
    if (old !== undefined && old === fresh) {
      lines.push({ text: old, of: 'both' });
      i++;
      j++;
    } else if (old !== undefined && (fresh === undefined || length(i + 1, j) >= length(i, j + 1))) {
      lines.push({ text: old, of: 'older' });
      i++;
    } else {
      lines.push({ text: fresh ?? '', of: 'newer' });
      j++;
    }
  }
  return lines;
}

/** How many lines the two have in common from each pair of lines on. */
function commonLengths(before: string[], after: string[]): number[][] {
  const common = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = common[i] as number[];
      const next = common[i + 1] as number[];
      row[j] =
        before[i] === after[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  return common;
}
