import { queryOptions } from '@tanstack/react-query';
import { body, membership } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import type { Mailbox } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

/** The mail domains of the own firm; its administrators read them. */
export function mailDomains(alliance: string) {
  return queryOptions({
    queryKey: key('organizations', alliance, 'domains'),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/organizations/mine/domains', {
          params: { path: { alliance } },
        }),
      ),
  });
}

export function useNameDomain(alliance: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (id, name: string) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/mine/domains/{id}', {
          params: { path: { alliance, id } },
          body: { name },
        }),
      ),
    done,
  });
}

export function useCheckDomain(alliance: string, id: string) {
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/mine/domains/{id}/check', {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}

export function useGiveUpDomain(alliance: string, id: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/mine/domains/{id}/surrender', {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
        }),
      ),
    done,
  });
}

export function useMailDomain(alliance: string, id: string) {
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (command, mailbox: Mailbox) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/mine/domains/{id}/mail', {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
          body: { mailbox },
        }),
      ),
  });
}

export function useProveByCode(alliance: string, id: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (command, code: string) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/mine/domains/{id}/code', {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
          body: { code },
        }),
      ),
    done,
  });
}
