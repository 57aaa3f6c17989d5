/** The letters that an address may have, made from a name: "Séguier & Söhne" becomes "seguier-sohne". */
export function addressFrom(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** "hartwell.example, hartwell.co.uk" as people write it; an address or a leading @ is forgiven. */
export function domainsFrom(words: string): string[] {
  const found = words
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((word) => word.slice(word.lastIndexOf('@') + 1))
    .filter(Boolean);
  return [...new Set(found)];
}

/** Quiet colours that stay apart beside one another; a firm keeps its own everywhere. */
export const COLOURS = [
  '#1f5a8a',
  '#8a3b2f',
  '#2f7d6b',
  '#b06a1f',
  '#44569c',
  '#a3423f',
  '#5a7d2a',
  '#8c5a9e',
  '#20796f',
  '#a84a6b',
  '#4d6a8f',
  '#6b4f3a',
] as const;

/** The first of the quiet colours that nobody has yet. */
export function freeColour(taken: readonly string[]): string {
  return (
    COLOURS.find((colour) => !taken.includes(colour)) ??
    COLOURS[taken.length % COLOURS.length] ??
    COLOURS[0]
  );
}
