import { body, membership } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import type { RoleOffer } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const PAGE = 50;

/** What I offer and am offered, newest first. */
export function handovers(alliance: string) {
  return pages(key('handovers', alliance, 'list'), (cursor) =>
    body(
      membership.GET('/api/alliances/{alliance}/handovers', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export function useOfferRole(alliance: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['handovers'],
    send: (id, offer: RoleOffer) =>
      body(
        membership.PUT('/api/alliances/{alliance}/handovers/{id}', {
          params: { path: { alliance, id } },
          body: offer,
        }),
      ),
    done,
  });
}

export type HandoverAct = 'acceptance' | 'declination' | 'withdrawal';

/** A role that passes changes who votes for the firm, and what I may do here. */
export function useAnswerHandover(alliance: string, id: string, done?: (act: HandoverAct) => void) {
  return useAct({
    alliance,
    touches: ['handovers', 'needs', 'people', 'organizations', 'proposals'],
    send: (command, act: HandoverAct) =>
      body(
        membership.PUT(`/api/alliances/{alliance}/handovers/{id}/${act}` as const, {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
        }),
      ),
    done: (_, act) => done?.(act),
  });
}
