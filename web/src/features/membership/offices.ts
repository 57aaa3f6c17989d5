import { body, membership } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import { useAct } from '@/shared/api/useAct';

const PAGE = 50;

/** Who holds which office of the alliance, or is offered it, newest first. */
export function offices(alliance: string) {
  return pages(key('offices', alliance, 'open'), (cursor) =>
    body(
      membership.GET('/api/alliances/{alliance}/offices', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export type OfficeAct = 'acceptance' | 'declination' | 'resignation';

export function useAnswerOffice(alliance: string, seat: string) {
  return useAct({
    alliance,
    touches: ['offices', 'people', 'needs'],
    send: (command, act: OfficeAct) =>
      body(
        membership.PUT(`/api/alliances/{alliance}/offices/{seat}/${act}` as const, {
          params: { path: { alliance, seat }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}
