import type { Purpose } from '@/shared/api/types';

/** Without these four nobody can tell whether a purpose was reached, so none may be ratified without them. */
export const PARTS = ['output', 'measure', 'deadline', 'goal'] as const;
export type Part = (typeof PARTS)[number];

export function missingParts(purpose: Partial<Record<Part, string | null>>): Part[] {
  return PARTS.filter((part) => !purpose[part]?.trim());
}

export function isOpen(purpose: Purpose): boolean {
  return purpose.state === 'DRAFT';
}
