import type { NewOrder, OrderKind, Proposal } from '@/shared/api/types';
import { minorDigits, minorOf } from '@/shared/text/numbers';

export const ORDER_KINDS: OrderKind[] = [
  'ADMIT_ORGANIZATION',
  'REMOVE_ORGANIZATION',
  'REMOVE_MEMBER',
  'GIVE_OFFICE',
  'END_OFFICE',
  'SPEND',
];

/** What was typed; which of it an order needs, its kind says. */
export interface OrderWords {
  title: string;
  reason: string;
  person: string | null;
  organization: string | null;
  office: string;
  until: string;
  name: string;
  shortName: string;
  domains: string;
  pool: string | null;
  amount: number | string;
}

export const NO_WORDS: OrderWords = {
  title: '',
  reason: '',
  person: null,
  organization: null,
  office: 'CONVENER',
  until: '',
  name: '',
  shortName: '',
  domains: '',
  pool: null,
  amount: '',
};

/** What is ordered already, as the form holds it. */
export function presentWords({ title, order }: Proposal): OrderWords {
  const what = order?.what;
  return {
    title,
    reason: order?.reason ?? '',
    person: what?.person ?? null,
    organization: what?.organization ?? null,
    office: what?.office ?? NO_WORDS.office,
    until: what?.until ?? '',
    name: what?.admission?.name ?? '',
    shortName: what?.admission?.shortName ?? '',
    domains: what?.admission?.mailDomains.join(', ') ?? '',
    pool: what?.pool ?? null,
    amount:
      what?.amountMinor && what.currency ? what.amountMinor / 10 ** minorDigits(what.currency) : '',
  };
}

/** A pool that can pay, from the feature that knows it. */
export interface PoolChoice {
  id: string;
  name: string;
  currency: string;
  balanceMinor: number;
}

/** The order that the words make; nothing as long as something is missing. */
export function orderOf(
  kind: OrderKind,
  words: OrderWords,
  pools: PoolChoice[],
  admitted: string,
): NewOrder | undefined {
  const title = words.title.trim();
  const reason = words.reason.trim();
  if (!title || !reason) return undefined;
  const parts = partsOf(kind, words, pools, admitted);
  return parts && { title, reason, kind, ...parts };
}

function partsOf(
  kind: OrderKind,
  words: OrderWords,
  pools: PoolChoice[],
  admitted: string,
): Partial<NewOrder> | undefined {
  const { person, organization, office, until } = words;
  switch (kind) {
    case 'ADMIT_ORGANIZATION':
      return words.name.trim() && words.shortName.trim()
        ? {
            admission: {
              organization: admitted,
              name: words.name.trim(),
              shortName: words.shortName.trim(),
              mailDomains: words.domains
                .split(',')
                .map((one) => one.trim())
                .filter(Boolean),
            },
          }
        : undefined;
    case 'REMOVE_ORGANIZATION':
      return organization ? { organization } : undefined;
    case 'REMOVE_MEMBER':
      return person ? { person } : undefined;
    case 'GIVE_OFFICE':
      return person && until ? { person, office, until } : undefined;
    case 'END_OFFICE':
      return person ? { person, office } : undefined;
    case 'SPEND':
      return spending(words, pools);
  }
}

function spending(words: OrderWords, pools: PoolChoice[]): Partial<NewOrder> | undefined {
  const pool = pools.find((one) => one.id === words.pool);
  const { person, organization, amount } = words;
  if (!pool || typeof amount !== 'number' || amount <= 0) return undefined;
  if (!person === !organization) return undefined;
  return {
    pool: pool.id,
    currency: pool.currency,
    amountMinor: minorOf(amount, pool.currency),
    ...(person ? { person } : { organization: organization ?? undefined }),
  };
}
