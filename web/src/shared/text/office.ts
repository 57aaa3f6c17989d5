import type { TFunction } from 'i18next';

const KNOWN = ['CONVENER', 'STEWARD'] as const;

/** In words; an office that the members named themselves goes by its own name. */
export function officeName(t: TFunction, office: string): string {
  const known = KNOWN.find((one) => one === office);
  if (known) return t(`office.name.${known}`);
  const words = office.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
