import { body, purpose } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import type { NewProxy } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const PAGE = 50;

/** Given for my firm, by me or to me, newest first. */
export function proxies(alliance: string) {
  return pages(key('proxies', alliance, 'list'), (cursor) =>
    body(
      purpose.GET('/api/alliances/{alliance}/proxies', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export function useGiveProxy(alliance: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['proxies'],
    send: (proxy, input: NewProxy) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proxies/{proxy}', {
          params: { path: { alliance, proxy } },
          body: input,
        }),
      ),
    done,
  });
}

export type ProxyAct = 'acceptance' | 'declination' | 'revocation';

export function useAnswerProxy(alliance: string, proxy: string) {
  return useAct({
    alliance,
    touches: ['proxies', 'proposals', 'needs'],
    send: (command, act: ProxyAct) =>
      body(
        purpose.PUT(`/api/alliances/{alliance}/proxies/{proxy}/${act}` as const, {
          params: { path: { alliance, proxy }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}
