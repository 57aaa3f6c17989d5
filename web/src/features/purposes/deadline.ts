import type { Purpose } from '@/shared/api/types';
import { daysLeft } from '@/shared/text/time';

/**
 * How the time of a purpose stands, in whole days. Whether it is over is the service's word, since days end where the
 * alliance is; the reader's own clock only counts them.
 */
export function timeOf(
  purpose: Pick<Purpose, 'deadline' | 'overdue'>,
  now: number,
): { overdue: boolean; days: number } | undefined {
  if (!purpose.deadline) return undefined;
  const left = daysLeft(purpose.deadline, now);
  return purpose.overdue
    ? { overdue: true, days: Math.max(1, -left) }
    : { overdue: false, days: Math.max(0, left) };
}
