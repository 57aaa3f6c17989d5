import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, membership } from '@/shared/api/http';
import { key, ME } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import { useAct } from '@/shared/api/useAct';

const PAGE = 50;

export function alumni(alliance: string) {
  return pages(key('people', alliance, 'alumni'), (cursor) =>
    body(
      membership.GET('/api/alliances/{alliance}/ties/alumni', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

/** The alliance's yes or no, said by a delegate. */
export function useWelcome(alliance: string, person: string) {
  return useAct({
    alliance,
    touches: ['people'],
    send: (command, welcomed: boolean) =>
      body(
        membership.PUT('/api/alliances/{alliance}/ties/alumni/{person}', {
          params: { path: { alliance, person }, header: { 'Idempotency-Key': command } },
          body: { welcomed },
        }),
      ),
  });
}

/** What I can read where I was a member; nothing but for alumni. */
export function ownTie(alliance: string) {
  return queryOptions({
    queryKey: key('people', alliance, 'tie'),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/ties/alumni/mine', {
          params: { path: { alliance } },
        }),
      ),
  });
}

/** A former member's own yes or no. */
export function useWish(alliance: string) {
  const client = useQueryClient();
  return useAct({
    alliance,
    touches: ['people'],
    send: (command, wanted: boolean) =>
      body(
        membership.PUT('/api/alliances/{alliance}/ties/alumni/mine', {
          params: { path: { alliance }, header: { 'Idempotency-Key': command } },
          body: { wanted },
        }),
      ),
    done: () => void client.invalidateQueries({ queryKey: ME }),
  });
}
