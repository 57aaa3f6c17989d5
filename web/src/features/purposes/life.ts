import { queryOptions } from '@tanstack/react-query';
import { body, purpose } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import type { NewFork, PurposeChange, PurposeWords } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const PAGE = 50;

/** What a purpose says in words, in the order in which people read it. */
export const WORDS = ['title', 'statement', 'output', 'measure', 'goal'] as const;

export function lifeCycle(alliance: string) {
  return queryOptions({
    queryKey: key('purpose', alliance, 'stage'),
    queryFn: () =>
      body(purpose.GET('/api/alliances/{alliance}/stage', { params: { path: { alliance } } })),
  });
}

export function wordingFixes(alliance: string) {
  return queryOptions({
    queryKey: key('purpose', alliance, 'wordings'),
    queryFn: () =>
      body(
        purpose.GET('/api/alliances/{alliance}/wording-fixes', {
          params: { path: { alliance }, query: { limit: PAGE } },
        }),
      ),
  });
}

export function purposeTexts(alliance: string, id: string) {
  return queryOptions({
    queryKey: key('purpose', alliance, 'texts', id),
    queryFn: () =>
      body(
        purpose.GET('/api/alliances/{alliance}/purpose/texts/{purpose}', {
          params: { path: { alliance, purpose: id } },
        }),
      ),
  });
}

export function useProposeWording(alliance: string, version: number, done: () => void) {
  return useAct({
    alliance,
    touches: ['purpose'],
    send: (command, change: PurposeChange) =>
      body(
        purpose.PATCH('/api/alliances/{alliance}/purpose', {
          params: {
            path: { alliance },
            header: { 'Idempotency-Key': command, 'If-Match': `"${version}"` },
          },
          body: change,
        }),
      ),
    done,
  });
}

export function useChallenge(alliance: string, fix: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['purpose'],
    send: (challenge, reason: string) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/wording-fixes/{fix}/challenges/{challenge}', {
          params: { path: { alliance, fix, challenge } },
          body: { reason },
        }),
      ),
    done,
  });
}

export function forks(alliance: string) {
  return queryOptions({
    queryKey: key('purpose', alliance, 'forks'),
    queryFn: () =>
      body(
        purpose.GET('/api/alliances/{alliance}/forks', {
          params: { path: { alliance }, query: { limit: PAGE } },
        }),
      ),
  });
}

export function forkDetail(alliance: string, fork: string) {
  return queryOptions({
    queryKey: key('purpose', alliance, 'forks', fork),
    queryFn: () =>
      body(
        purpose.GET('/api/alliances/{alliance}/forks/{fork}', {
          params: { path: { alliance, fork } },
        }),
      ),
  });
}

export function usePrepareFork(alliance: string, done: (fork: string) => void) {
  return useAct({
    alliance,
    touches: ['purpose'],
    send: (fork, input: NewFork) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/forks/{fork}', {
          params: { path: { alliance, fork } },
          body: input,
        }),
      ),
    done: (made) => done(made.id),
  });
}

export function lineage(alliance: string) {
  return queryOptions({
    queryKey: key('purpose', alliance, 'lineage'),
    queryFn: () =>
      body(purpose.GET('/api/alliances/{alliance}/lineage', { params: { path: { alliance } } })),
  });
}

/** Words as a form has them: empty where the purpose says nothing. */
export function wordsOf(text: PurposeWords): Record<(typeof WORDS)[number], string> {
  return {
    title: text.title,
    statement: text.statement ?? '',
    output: text.output ?? '',
    measure: text.measure ?? '',
    goal: text.goal ?? '',
  };
}

/** Where the words of a community to come are kept until it is prepared. */
export function forkWords(alliance: string): string {
  return `fork.${alliance}.new`;
}
