import { queryOptions } from '@tanstack/react-query';
import { body, purpose } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import type { Choice } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

/** Of my own firm. */
export function caucus(alliance: string, proposal: string) {
  return queryOptions({
    queryKey: key('proposals', alliance, proposal, 'caucus'),
    queryFn: () =>
      body(
        purpose.GET('/api/alliances/{alliance}/proposals/{proposal}/caucus', {
          params: { path: { alliance, proposal } },
        }),
      ),
  });
}

export function useConfer(alliance: string, proposal: string) {
  return useAct({
    alliance,
    touches: ['proposals'],
    send: (command, choice: Choice) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/caucus/mine', {
          params: { path: { alliance, proposal }, header: { 'Idempotency-Key': command } },
          body: { choice },
        }),
      ),
  });
}
