import { queryOptions } from '@tanstack/react-query';
import { body, recognition } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import type { NewPool } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const PAGE = 30;

export function myBalance(alliance: string) {
  return queryOptions({
    queryKey: key('ledger', alliance, 'mine', 'balance'),
    queryFn: () =>
      body(
        recognition.GET('/api/alliances/{alliance}/ledger/mine', {
          params: { path: { alliance }, query: { limit: 1 } },
        }),
      ),
  });
}

export function myEntries(alliance: string) {
  return pages(key('ledger', alliance, 'mine', 'entries'), async (cursor) => {
    const { entries, next } = await body(
      recognition.GET('/api/alliances/{alliance}/ledger/mine', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    );
    return { items: entries, next };
  });
}

export function groupBalance(alliance: string) {
  return queryOptions({
    queryKey: key('ledger', alliance, 'group', 'balance'),
    queryFn: () =>
      body(
        recognition.GET('/api/alliances/{alliance}/ledger/group', {
          params: { path: { alliance }, query: { limit: 1 } },
        }),
      ),
  });
}

export function groupEntries(alliance: string) {
  return pages(key('ledger', alliance, 'group', 'entries'), async (cursor) => {
    const { entries, next } = await body(
      recognition.GET('/api/alliances/{alliance}/ledger/group', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    );
    return { items: entries, next };
  });
}

export function pools(alliance: string) {
  return pages(key('pools', alliance, 'list'), (cursor) =>
    body(
      recognition.GET('/api/alliances/{alliance}/pools', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export function pool(alliance: string, id: string) {
  return queryOptions({
    queryKey: key('pools', alliance, id),
    queryFn: () =>
      body(
        recognition.GET('/api/alliances/{alliance}/pools/{pool}', {
          params: { path: { alliance, pool: id } },
        }),
      ),
  });
}

export function movements(alliance: string, id: string) {
  return pages(key('pools', alliance, id, 'movements'), (cursor) =>
    body(
      recognition.GET('/api/alliances/{alliance}/pools/{pool}/movements', {
        params: { path: { alliance, pool: id }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export function useOpenPool(alliance: string, done: (pool: string) => void) {
  return useAct({
    alliance,
    touches: ['pools', 'activity'],
    send: (id, words: NewPool) =>
      body(
        recognition.PUT('/api/alliances/{alliance}/pools/{pool}', {
          params: { path: { alliance, pool: id } },
          body: words,
        }),
      ),
    done: ({ id }) => done(id),
  });
}

export type EntryAct = 'confirmation' | 'withdrawal';

export function useAnswerPool(alliance: string, id: string) {
  return useAct({
    alliance,
    touches: ['pools', 'activity'],
    send: (command, act: EntryAct) =>
      body(
        recognition.PUT(`/api/alliances/{alliance}/pools/{pool}/${act}` as const, {
          params: { path: { alliance, pool: id }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}

export function useDeposit(alliance: string, id: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['pools', 'activity'],
    send: (deposit, amountMinor: number) =>
      body(
        recognition.PUT('/api/alliances/{alliance}/pools/{pool}/deposits/{deposit}', {
          params: { path: { alliance, pool: id, deposit } },
          body: { amountMinor },
        }),
      ),
    done,
  });
}

export function useAnswerDeposit(alliance: string, id: string, deposit: string) {
  return useAct({
    alliance,
    touches: ['pools', 'activity'],
    send: (command, act: EntryAct) =>
      body(
        recognition.PUT(
          `/api/alliances/{alliance}/pools/{pool}/deposits/{deposit}/${act}` as const,
          {
            params: {
              path: { alliance, pool: id, deposit },
              header: { 'Idempotency-Key': command },
            },
          },
        ),
      ),
  });
}

export interface ThanksFilter {
  to?: string;
  contribution?: string;
}

export function thanks(alliance: string, filter: ThanksFilter) {
  return pages(key('thanks', alliance, filter), (cursor) =>
    body(
      recognition.GET('/api/alliances/{alliance}/thanks', {
        params: { path: { alliance }, query: { ...filter, cursor, limit: PAGE } },
      }),
    ),
  );
}

export function useThank(alliance: string, contribution: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['thanks', 'activity'],
    send: (id, text: string) =>
      body(
        recognition.PUT('/api/alliances/{alliance}/thanks/{id}', {
          params: { path: { alliance, id } },
          body: { contribution, text },
        }),
      ),
    done,
  });
}

export function health(alliance: string) {
  return queryOptions({
    queryKey: key('health', alliance),
    queryFn: () =>
      body(recognition.GET('/api/alliances/{alliance}/health', { params: { path: { alliance } } })),
  });
}
