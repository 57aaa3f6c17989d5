import { useQueryClient } from '@tanstack/react-query';
import { body, membership } from '@/shared/api/http';
import { key, ME } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import type { MoveOffer } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';
import { arrived, useOwnNow } from '@/shared/session/arrival';

const PAGE = 50;

/** My place at a second firm ends; with the second firm's login I stand nowhere then. */
export function useLeaveSecondFirm(alliance: string, done: () => void) {
  const client = useQueryClient();
  return useAct({
    alliance,
    touches: ['people', 'organizations'],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/people/mine/secondment/exit', {
          params: { path: { alliance }, header: { 'Idempotency-Key': command } },
        }),
      ),
    done: () => void client.invalidateQueries({ queryKey: ME }).then(done),
  });
}

/** Offers for me, and for its officials those of my firm. */
export function moves(alliance: string) {
  return pages(key('moves', alliance, 'list'), (cursor) =>
    body(
      membership.GET('/api/alliances/{alliance}/moves', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export function useOfferMove(alliance: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['moves'],
    send: (id, offer: MoveOffer) =>
      body(
        membership.PUT('/api/alliances/{alliance}/moves/{id}', {
          params: { path: { alliance, id } },
          body: offer,
        }),
      ),
    done,
  });
}

/** The answer is the code, told this once. */
export function useAgreeToMove(alliance: string, move: string) {
  return useAct({
    alliance,
    touches: ['moves'],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/moves/{id}/agreement', {
          params: { path: { alliance, id: move }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}

export function useDeclineMove(alliance: string, move: string) {
  return useAct({
    alliance,
    touches: ['moves'],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/moves/{id}/declination', {
          params: { path: { alliance, id: move }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}

/** `done` learns the address of the alliance in which the person works for another firm now. */
export function useTakeUpMove(alliance: string, move: string, done: (slug: string) => void) {
  const own = useOwnNow(alliance, done);
  return useAct({
    alliance,
    touches: ['moves', 'people', 'organizations'],
    send: async (command, code: string) => {
      const moved = await body(
        membership.PUT('/api/alliances/{alliance}/moves/{id}/acceptance', {
          params: { path: { alliance, id: move }, header: { 'Idempotency-Key': command } },
          body: code ? { code } : {},
        }),
      );
      await arrived(alliance);
      return moved;
    },
    done: own,
  });
}
