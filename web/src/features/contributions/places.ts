import type { Link } from '@/shared/api/types';

const PLACES = {
  proposal: 'proposals/',
  review: 'proposals/',
  contribution: 'contributions/',
  goal: 'goals/',
  person: 'people/',
  purpose: 'purpose',
  fix: 'purpose/wording',
  fork: 'forks/',
  handover: 'mine',
  office: 'people',
  pool: 'pools/',
} as const;

export type PlaceKind = keyof typeof PLACES;

export function isPlace(kind: string): kind is PlaceKind {
  return kind in PLACES;
}

/** The address of what a fact or a need is about; nothing for kinds that have no page. */
export function addressOf(slug: string, { kind, id }: Link): string | undefined {
  if (!isPlace(kind)) return undefined;
  return `/a/${slug}/${PLACES[kind]}${PLACES[kind].endsWith('/') ? id : ''}`;
}
