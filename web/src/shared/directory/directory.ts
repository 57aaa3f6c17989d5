import { queryOptions, useQuery } from '@tanstack/react-query';
import { body, membership } from '../api/http';
import { key } from '../api/keys';
import type { Organization, Person } from '../api/types';

const HOUR = 3_600_000;
const PAGE = 200;
/** Bounds the reading of the firms: 2,000 of them are more than any alliance has. */
const PAGES_MAX = 10;

async function allOrganizations(alliance: string): Promise<Map<string, Organization>> {
  const found = new Map<string, Organization>();
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const { items, next } = await body(
      membership.GET('/api/alliances/{alliance}/organizations', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    );
    for (const organization of items) found.set(organization.id, organization);
    if (!next) break;
    cursor = next;
  }
  return found;
}

export function organizations(alliance: string) {
  return queryOptions({
    queryKey: key('organizations', alliance),
    queryFn: () => allOrganizations(alliance),
    staleTime: HOUR,
  });
}

export function useOrganization(alliance: string, id: string | null | undefined) {
  const { data } = useQuery(organizations(alliance));
  return id ? data?.get(id) : undefined;
}

/** The most ids that one question may name. */
const IDS_MAX = 100;
const GATHER_MILLIS = 8;

interface Asked {
  id: string;
  resolve: (person: Person | null) => void;
  reject: (error: unknown) => void;
}
const waiting = new Map<string, Asked[]>();

async function ask(alliance: string, asked: Asked[]): Promise<void> {
  try {
    const ids = [...new Set(asked.map((one) => one.id))];
    const { items } = await body(
      membership.GET('/api/alliances/{alliance}/people', {
        params: { path: { alliance }, query: { ids, limit: IDS_MAX } },
      }),
    );
    const found = new Map(items.map((person) => [person.id, person]));
    for (const one of asked) one.resolve(found.get(one.id) ?? null);
  } catch (error) {
    for (const one of asked) one.reject(error);
  }
}

/** Names asked for in the same moment travel in one question. */
function personOf(alliance: string, id: string): Promise<Person | null> {
  return new Promise((resolve, reject) => {
    const queue = waiting.get(alliance) ?? [];
    if (queue.length === 0) {
      waiting.set(alliance, queue);
      setTimeout(() => {
        waiting.delete(alliance);
        for (let at = 0; at < queue.length; at += IDS_MAX)
          void ask(alliance, queue.slice(at, at + IDS_MAX));
      }, GATHER_MILLIS);
    }
    queue.push({ id, resolve, reject });
  });
}

export function person(alliance: string, id: string) {
  return queryOptions({
    queryKey: key('people', alliance, 'by-id', id),
    queryFn: () => personOf(alliance, id),
    staleTime: HOUR,
  });
}

export function usePerson(alliance: string, id: string | null | undefined) {
  return useQuery({ ...person(alliance, id ?? ''), enabled: Boolean(id) }).data;
}
