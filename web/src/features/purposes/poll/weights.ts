import { number } from '@/shared/text/numbers';

/** Of a vote, in millionths. */
export const VOTE = 1_000_000;

/** Millionths of a vote as votes: split votes show their parts. */
export function votes(weight: number, language: string): string {
  return number(weight / VOTE, language);
}

/** An exact share as a decimal number, for reading. */
export function decimal(
  ratio: { numerator: number; denominator: number },
  language: string,
): string {
  return number(ratio.numerator / ratio.denominator, language);
}

export function share(part: number, whole: number): string {
  return `${whole > 0 ? Math.round((part / whole) * 1000) / 10 : 0}%`;
}
