import { queryOptions } from '@tanstack/react-query';
import { body, membership } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import type { DescribedProvider, LoginProvider } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const LOOK_AGAIN_MILLIS = 2000;

/** Something that happens elsewhere: the login server writes, or somebody logs in to test. */
export function isUnderWay({ isWritten, testLink }: LoginProvider): boolean {
  return !isWritten || testLink != null;
}

/** The own firm's providers; its administrators read them. */
export function loginProviders(alliance: string) {
  return queryOptions({
    queryKey: key('organizations', alliance, 'providers'),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/organizations/mine/login/providers', {
          params: { path: { alliance } },
        }),
      ),
    refetchInterval: (query) =>
      query.state.data?.items.some(isUnderWay) ? LOOK_AGAIN_MILLIS : false,
  });
}

/** A new provider has a new id; a changed one keeps its own. */
export function useDescribeProvider(alliance: string, provider: string | null, done: () => void) {
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (command, input: DescribedProvider) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/mine/login/providers/{id}', {
          params: {
            path: { alliance, id: provider ?? command },
            header: { 'Idempotency-Key': command },
          },
          body: input,
        }),
      ),
    done,
  });
}

const ACTS = {
  test: '/api/alliances/{alliance}/organizations/mine/login/providers/{id}/test',
  live: '/api/alliances/{alliance}/organizations/mine/login/providers/{id}/live',
  retirement: '/api/alliances/{alliance}/organizations/mine/login/providers/{id}/retirement',
  connection: '/api/alliances/{alliance}/organizations/mine/login/providers/{id}/connection',
} as const;

export function useProviderAct(alliance: string, id: string) {
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (command, act: keyof typeof ACTS) =>
      body(
        membership.PUT(ACTS[act], {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}
