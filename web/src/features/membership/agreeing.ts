import { queryOptions } from '@tanstack/react-query';
import { body, membership } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import type { NewAgreementVersion } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

export function agreements(alliance: string) {
  return queryOptions({
    queryKey: key('agreements', alliance, 'list'),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/agreements', { params: { path: { alliance } } }),
      ),
  });
}

export function agreementDetail(alliance: string, agreement: string) {
  return queryOptions({
    queryKey: key('agreements', alliance, 'detail', agreement),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/agreements/{agreement}', {
          params: { path: { alliance, agreement } },
        }),
      ),
  });
}

/** A version never changes, except for when the reader accepted it. */
export function agreementVersion(alliance: string, agreement: string, id: string) {
  return queryOptions({
    queryKey: key('agreements', alliance, 'version', agreement, id),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/agreements/{agreement}/versions/{id}', {
          params: { path: { alliance, agreement, id } },
        }),
      ),
  });
}

/** What an invited person accepts by joining. */
export function termsOf({ alliance, id }: { alliance: string; id: string }) {
  return queryOptions({
    queryKey: key('agreements', alliance, 'terms', id),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/invitations/{id}/agreements', {
          params: { path: { alliance, id } },
        }),
      ),
  });
}

export function useAgree(alliance: string, agreement: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['agreements'],
    send: (id, version: number) =>
      body(
        membership.PUT('/api/alliances/{alliance}/agreements/{agreement}/acceptances/{id}', {
          params: { path: { alliance, agreement, id } },
          body: { version },
        }),
      ),
    done,
  });
}

/** The next version of an agreement; without one, the first of a new one. */
export function useWriteVersion(alliance: string, agreement: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['agreements'],
    send: (id, version: NewAgreementVersion) =>
      body(
        membership.PUT('/api/alliances/{alliance}/agreements/{agreement}/versions/{id}', {
          params: { path: { alliance, agreement, id } },
          body: version,
        }),
      ),
    done,
  });
}
