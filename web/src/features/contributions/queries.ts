import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { contribution as api, body } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import type { ContributionState, NewContribution } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const PAGE = 30;

export interface ContributionFilter {
  goal?: string;
  author?: string;
  state?: ContributionState;
}

export function contributions(alliance: string, filter: ContributionFilter) {
  return pages(key('contributions', alliance, 'list', filter), (cursor) =>
    body(
      api.GET('/api/alliances/{alliance}/contributions', {
        params: { path: { alliance }, query: { ...filter, cursor, limit: PAGE } },
      }),
    ),
  );
}

export function titlesWith(alliance: string, q: string) {
  return {
    ...pages(key('contributions', alliance, 'search', q), (cursor) =>
      body(
        api.GET('/api/alliances/{alliance}/search', {
          params: { path: { alliance }, query: { q, cursor } },
        }),
      ),
    ),
    placeholderData: keepPreviousData,
  };
}

export function contributionDetail(alliance: string, contribution: string) {
  return queryOptions({
    queryKey: key('contributions', alliance, 'detail', contribution),
    queryFn: () =>
      body(
        api.GET('/api/alliances/{alliance}/contributions/{id}', {
          params: { path: { alliance, id: contribution } },
        }),
      ),
  });
}

/** What I gave in the alliance that this one came from. */
export function ownElsewhere(alliance: string) {
  return pages(key('contributions', alliance, 'elsewhere'), (cursor) =>
    body(
      api.GET('/api/alliances/{alliance}/carried-over', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

/** Brings one thing along, or all when none is named; safe to repeat, because a thing comes once. */
export function useBring(alliance: string, done: (carried: number) => void) {
  return useAct({
    alliance,
    touches: ['contributions', 'activity'],
    send: (_, contribution: string | undefined) =>
      body(
        contribution === undefined
          ? api.PUT('/api/alliances/{alliance}/carried-over', { params: { path: { alliance } } })
          : api.PUT('/api/alliances/{alliance}/carried-over/{contribution}', {
              params: { path: { alliance, contribution } },
            }),
      ),
    done: (brought) => done(brought.carried),
  });
}

export function useSubmit(alliance: string, done: (id: string) => void) {
  return useAct({
    alliance,
    touches: ['contributions', 'activity'],
    send: (contribution, input: NewContribution) =>
      body(
        api.PUT('/api/alliances/{alliance}/contributions/{id}', {
          params: { path: { alliance, id: contribution } },
          body: input,
        }),
      ),
    done: (made) => done(made.id),
  });
}

const ANSWERED = ['contributions', 'needs', 'activity', 'ledger', 'health'] as const;

export function useAcknowledge(alliance: string, contribution: string, done: () => void) {
  return useAct({
    alliance,
    touches: ANSWERED,
    send: (acknowledgement, note: string) =>
      body(
        api.PUT('/api/alliances/{alliance}/contributions/{contribution}/acknowledgements/{id}', {
          params: { path: { alliance, contribution, id: acknowledgement } },
          body: note ? { note } : {},
        }),
      ),
    done,
  });
}

export function useRefuse(alliance: string, contribution: string, done: () => void) {
  return useAct({
    alliance,
    touches: ANSWERED,
    send: (refusal, reason: string) =>
      body(
        api.PUT('/api/alliances/{alliance}/contributions/{contribution}/refusals/{id}', {
          params: { path: { alliance, contribution, id: refusal } },
          body: { reason },
        }),
      ),
    done,
  });
}

export function useHandOverAsk(alliance: string, contribution: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['contributions', 'needs', 'activity'],
    send: (handover, person: string) =>
      body(
        api.PUT('/api/alliances/{alliance}/contributions/{contribution}/handovers/{id}', {
          params: { path: { alliance, contribution, id: handover } },
          body: { person },
        }),
      ),
    done,
  });
}

export function activity(alliance: string) {
  return pages(key('activity', alliance, 'list'), (cursor) =>
    body(
      api.GET('/api/alliances/{alliance}/activity', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export function neededOfMe(alliance: string) {
  return queryOptions({
    queryKey: key('needs', alliance),
    queryFn: () =>
      body(api.GET('/api/alliances/{alliance}/needed-of-me', { params: { path: { alliance } } })),
  });
}

/** Read before leaving: what others will be asked for then. */
export function askedOfMyFirm(alliance: string) {
  return queryOptions({
    queryKey: key('needs', alliance, 'leaving'),
    queryFn: () =>
      body(
        api.GET('/api/alliances/{alliance}/needed-of-me/leaving', {
          params: { path: { alliance } },
        }),
      ),
  });
}
