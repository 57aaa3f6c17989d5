export function number(value: number | string, language: string, digits = 2): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(Number(value));
}

/** How many digits the minor unit of a currency has. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}

/** An amount in minor units of a currency. */
export function money(minor: number, currency: string, language: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(
    minor / 10 ** minorDigits(currency),
  );
}

/** What was typed as an amount of a currency, in minor units. */
export function minorOf(amount: number, currency: string): number {
  return Math.round(amount * 10 ** minorDigits(currency));
}

/** A share in millionths as a percentage. */
export function percent(perMillion: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(
    perMillion / 1_000_000,
  );
}

/** How far `current` has come from `baseline` to `target`, between 0 and 1, whichever way the goal points. */
export function progress(baseline: string, target: string, current?: string | null): number {
  if (current === null || current === undefined) return 0;
  const way = Number(target) - Number(baseline);
  if (way === 0) return 1;
  return Math.min(1, Math.max(0, (Number(current) - Number(baseline)) / way));
}
