import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, membership } from '@/shared/api/http';
import { key, ME } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import type { Applying, Deciding, Door } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const PAGE = 50;

export function frontDoor(slug: string) {
  return queryOptions({
    queryKey: key('applications', '', 'front-door', slug),
    queryFn: () => body(membership.GET('/api/front-doors/{slug}', { params: { path: { slug } } })),
  });
}

export function ownDoor(alliance: string) {
  return queryOptions({
    queryKey: key('applications', alliance, 'door'),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/applications/door', {
          params: { path: { alliance } },
        }),
      ),
  });
}

export function applications(alliance: string) {
  return pages(key('applications', alliance, 'list'), (cursor) =>
    body(
      membership.GET('/api/alliances/{alliance}/applications', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export function useApply(alliance: string, done: () => void) {
  const client = useQueryClient();
  return useAct({
    alliance,
    touches: [],
    send: (id, input: Applying) =>
      body(
        membership.PUT('/api/alliances/{alliance}/applications/{id}', {
          params: { path: { alliance, id } },
          body: input,
        }),
      ),
    done: () => void client.invalidateQueries({ queryKey: ME }).then(done),
  });
}

export function useWithdraw(alliance: string, application: string) {
  const client = useQueryClient();
  return useAct({
    alliance,
    touches: [],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/applications/{id}/withdrawal', {
          params: {
            path: { alliance, id: application },
            header: { 'Idempotency-Key': command },
          },
        }),
      ),
    done: () => void client.invalidateQueries({ queryKey: ME }),
  });
}

export function useDecide(alliance: string, application: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['applications', 'invitations'],
    send: (command, input: Deciding) =>
      body(
        membership.PUT('/api/alliances/{alliance}/applications/{id}/decision', {
          params: {
            path: { alliance, id: application },
            header: { 'Idempotency-Key': command },
          },
          body: input,
        }),
      ),
    done,
  });
}

export function useSetDoor(alliance: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['applications'],
    send: (command, input: Door) =>
      body(
        membership.PUT('/api/alliances/{alliance}/applications/door', {
          params: { path: { alliance }, header: { 'Idempotency-Key': command } },
          body: input,
        }),
      ),
    done,
  });
}
