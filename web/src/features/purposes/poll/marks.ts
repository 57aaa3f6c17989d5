import type { Marks, Poll } from '@/shared/api/types';

/** A ranking while it is made: best first, those of equal rank together. */
export type Ranking = string[][];

export const ranked = (ranking: Ranking): string[] => ranking.flat();

/** The next place for an option that has none. */
export function rank(ranking: Ranking, option: string): Ranking {
  return ranked(ranking).includes(option) ? ranking : [...ranking, [option]];
}

/** Without the option; a rank that is empty then is none. */
export function unrank(ranking: Ranking, option: string): Ranking {
  return ranking
    .map((tier) => tier.filter((one) => one !== option))
    .filter((tier) => tier.length > 0);
}

/** What was ranked last goes first. */
export function undo(ranking: Ranking): Ranking {
  const last = ranked(ranking).at(-1);
  return last === undefined ? ranking : unrank(ranking, last);
}

/** One place up (-1) or down (1) alone, past the rank that stands there. */
export function move(ranking: Ranking, option: string, by: -1 | 1): Ranking {
  const at = ranking.findIndex((tier) => tier.includes(option));
  const shared = (ranking[at]?.length ?? 0) > 1;
  const rest = unrank(ranking, option);
  const to = shared ? (by < 0 ? at : at + 1) : at + by;
  if (at < 0 || to < 0 || to > rest.length) return ranking;
  return [...rest.slice(0, to), [option], ...rest.slice(to)];
}

/** Puts the option on the rank above it, or, where it shares its rank, on one of its own below. */
export function level(ranking: Ranking, option: string): Ranking {
  const at = ranking.findIndex((tier) => tier.includes(option));
  const tier = ranking[at];
  if (!tier) return ranking;
  if (tier.length > 1) {
    const rest = unrank(ranking, option);
    return [...rest.slice(0, at + 1), [option], ...rest.slice(at + 1)];
  }
  const above = ranking[at - 1];
  if (!above) return ranking;
  return [...ranking.slice(0, at - 1), [...above, option], ...ranking.slice(at + 1)];
}

/** The dots that are not given yet. */
export function dotsLeft(dots: Record<string, number>, budget: number): number {
  return budget - Object.values(dots).reduce((sum, one) => sum + one, 0);
}

/** Nothing was said to any option. */
export function isBlank(marks: Marks): boolean {
  const given = [marks.ranking, marks.in].some((list) => (list?.length ?? 0) > 0);
  const numbered = [marks.scores, marks.dots, marks.times].some(
    (record) => Object.keys(record ?? {}).length > 0,
  );
  return !given && !numbered;
}

/** What an untouched ballot holds. */
export function nothing(method: Poll['method']): Marks {
  switch (method) {
    case 'RANKED_IRV':
    case 'RANKED_SCHULZE':
      return { ranking: [] };
    case 'SCORE':
      return { scores: {} };
    case 'DOT':
      return { dots: {} };
    case 'COUNT':
      return { in: [] };
    case 'TIME':
      return { times: {} };
  }
}

/** Without the entry where the value is undefined, else with it. */
export function put<T>(
  record: Record<string, T>,
  option: string,
  value: T | undefined,
): Record<string, T> {
  const { [option]: _, ...rest } = record;
  return value === undefined ? rest : { ...rest, [option]: value };
}

/** Whether both say the same, in whatever order the options stand. */
export function isSame(one: Marks, other: Marks | null | undefined): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(marks: Marks | null | undefined): string {
  const sorted = <T>(record: Record<string, T> | null | undefined) =>
    Object.entries(record ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([
    marks?.ranking?.map((tier) => [...tier].sort()) ?? [],
    sorted(marks?.scores),
    sorted(marks?.dots),
    [...(marks?.in ?? [])].sort(),
    sorted(marks?.times),
  ]);
}
