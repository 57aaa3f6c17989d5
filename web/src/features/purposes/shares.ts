import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

const WHOLE = 1_000_000;

/** The shares that have a name, as the rules are chosen; thirds are rounded as the alliance wrote them. */
export const SHARES = {
  quarter: 250_000,
  third: 333_333,
  half: 500_000,
  moreThanHalf: 500_001,
  twoThirds: 666_666,
  threeQuarters: 750_000,
  all: WHOLE,
} as const;

export type ShareName = keyof typeof SHARES;

const ROUNDED_UP: Record<number, ShareName> = { 333334: 'third', 666667: 'twoThirds' };

export function shareName(perMillion: number): ShareName | undefined {
  const exact = Object.entries(SHARES).find(([, share]) => share === perMillion);
  return (exact?.[0] as ShareName | undefined) ?? ROUNDED_UP[perMillion];
}

/** "at least two thirds", or the percentage with all its digits where a share has no name. */
export function shareInWords(perMillion: number, language: string, t: TFunction): string {
  const name = shareName(perMillion);
  if (name) return t(`rules.share.${name}`);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 });
  return t('rules.share.other', { percent: percent.format(perMillion / WHOLE) });
}

/** A share in millionths as a percentage. */
export function usePercent() {
  const { i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  return (perMillion: number) => percent.format(perMillion / WHOLE);
}

/** How many of `whole` meet the share: as the service counts, less than a millionth short is met. */
export function leastMeeting(perMillion: number, whole: number): number {
  return Math.floor(((perMillion - 1) * whole) / WHOLE) + 1;
}
