/** The first two words of every query key: what it is about, and in which alliance. */
export const TOPICS = [
  'alliance',
  'organizations',
  'people',
  'invitations',
  'applications',
  'agreements',
  'moves',
  'mergers',
  'deputies',
  'handovers',
  'offices',
  'purpose',
  'proposals',
  'proxies',
  'goals',
  'contributions',
  'activity',
  'needs',
  'ledger',
  'pools',
  'thanks',
  'health',
] as const;

export type Topic = (typeof TOPICS)[number];

export const ME = ['me'] as const;
export const SESSION = ['session'] as const;

export function key(topic: Topic, alliance: string, ...rest: unknown[]) {
  return [topic, alliance, ...rest] as const;
}
