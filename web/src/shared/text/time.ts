const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * 86400],
  ['month', 30.44 * 86400],
  ['week', 7 * 86400],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
];

/** "3 hours ago", "in 2 days", in the person's language. */
export function fromNow(at: string, language: string, now = Date.now()): string {
  const seconds = (Date.parse(at) - now) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, size] of STEPS)
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  return format.format(Math.trunc(seconds / 60) || 0, 'minute');
}

export function exactTime(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(
    new Date(at),
  );
}

export function day(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: zoneOf(at) }).format(
    new Date(at),
  );
}

/** A bare date ("2027-03-01") names a day everywhere; a moment belongs to the reader's own zone. */
function zoneOf(at: string): string | undefined {
  return at.length === 10 ? 'UTC' : undefined;
}

/** Whole days until the end of that date; negative when it has passed. */
export function daysLeft(date: string, now = Date.now()): number {
  return Math.ceil((Date.parse(`${date.slice(0, 10)}T23:59:59Z`) - now) / 86_400_000) - 1;
}

/** A length of time in the one unit that reads best. */
export function duration(seconds: number, language: string): string {
  const days = seconds >= 2 * 86400 || (seconds > 0 && seconds % 86400 === 0);
  const unit = days ? 'day' : seconds >= 3600 ? 'hour' : seconds >= 60 ? 'minute' : 'second';
  const size = { day: 86400, hour: 3600, minute: 60, second: 1 }[unit];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: seconds / size < 10 ? 1 : 0,
  }).format(seconds / size);
}

const ISO_DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Seconds of an ISO 8601 duration such as `PT72H`; 0 when it is not one. */
export function secondsOf(iso: string): number {
  const found = ISO_DURATION.exec(iso);
  if (!found) return 0;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * 86400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
