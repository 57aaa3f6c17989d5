import { body, membership } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import type { Naming } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const PAGE = 50;

/** Of my firm, newest first. */
export function deputies(alliance: string) {
  return pages(key('deputies', alliance, 'list'), (cursor) =>
    body(
      membership.GET('/api/alliances/{alliance}/deputies', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export function useNameDeputy(alliance: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['deputies'],
    send: (id, naming: Naming) =>
      body(
        membership.PUT('/api/alliances/{alliance}/deputies/{id}', {
          params: { path: { alliance, id } },
          body: naming,
        }),
      ),
    done,
  });
}

export type DeputyAct = 'acceptance' | 'declination' | 'end';

/** Taking up a deputyship changes which ballots are one's own, too. */
export function useAnswerDeputy(alliance: string, id: string) {
  return useAct({
    alliance,
    touches: ['deputies', 'proposals'],
    send: (command, act: DeputyAct) =>
      body(
        membership.PUT(`/api/alliances/{alliance}/deputies/{id}/${act}` as const, {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}
