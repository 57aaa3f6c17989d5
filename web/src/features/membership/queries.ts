import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, membership } from '@/shared/api/http';
import { key, ME } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import type {
  Alliance,
  Enrolment,
  FirmDescription,
  FirmRoles,
  Founding,
  Inviting,
  Joining,
} from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';
import { arrived, useOwnNow } from '@/shared/session/arrival';

const PAGE = 50;

export interface PeopleFilter {
  query?: string;
  organization?: string;
}

export function people(alliance: string, { query, organization }: PeopleFilter) {
  return pages(key('people', alliance, 'list', query ?? '', organization ?? ''), (cursor) =>
    body(
      membership.GET('/api/alliances/{alliance}/people', {
        params: {
          path: { alliance },
          query: { query: query || undefined, organization, cursor, limit: PAGE },
        },
      }),
    ),
  );
}

export function personDetail(alliance: string, person: string) {
  return queryOptions({
    queryKey: key('people', alliance, 'detail', person),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/people/{person}', {
          params: { path: { alliance, person } },
        }),
      ),
  });
}

export function sentInvitations(alliance: string) {
  return pages(key('invitations', alliance, 'sent'), (cursor) =>
    body(
      membership.GET('/api/alliances/{alliance}/invitations', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export function useInvite(alliance: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['invitations'],
    send: (invitation, input: Inviting) =>
      body(
        membership.PUT('/api/alliances/{alliance}/invitations/{id}', {
          params: { path: { alliance, id: invitation } },
          body: input,
        }),
      ),
    done,
  });
}

interface Addressed {
  alliance: string;
  id: string;
  /** The goal that a guest is invited to. */
  call?: string | null;
}

/** `done` learns the address of the alliance that now is the person's own. */
export function useAccept(
  { alliance, id: invitation, call }: Addressed,
  done: (slug: string) => void,
) {
  const own = useOwnNow(alliance, done);
  return useAct({
    alliance,
    touches: ['people', 'organizations'],
    send: async (command, acceptance: Joining) => {
      const joined = await body(
        membership.PUT('/api/alliances/{alliance}/invitations/{id}/acceptance', {
          params: { path: { alliance, id: invitation }, header: { 'Idempotency-Key': command } },
          body: acceptance,
        }),
      );
      await arrived(alliance, call);
      return joined;
    },
    done: own,
  });
}

export function useDecline({ alliance, id: invitation }: Addressed) {
  const client = useQueryClient();
  return useAct({
    alliance,
    touches: [],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/invitations/{id}/declination', {
          params: { path: { alliance, id: invitation }, header: { 'Idempotency-Key': command } },
        }),
      ),
    done: () => void client.invalidateQueries({ queryKey: ME }),
  });
}

export function useLeave(alliance: string, done: () => void) {
  const client = useQueryClient();
  return useAct({
    alliance,
    touches: [],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/people/mine/exit', {
          params: { path: { alliance }, header: { 'Idempotency-Key': command } },
        }),
      ),
    done: () => void client.invalidateQueries({ queryKey: ME }).then(done),
  });
}

export function useRemove(alliance: string, person: string) {
  return useAct({
    alliance,
    touches: ['people'],
    send: (command, reason: string) =>
      body(
        membership.PUT('/api/alliances/{alliance}/people/{person}/removal', {
          params: { path: { alliance, person }, header: { 'Idempotency-Key': command } },
          body: { reason },
        }),
      ),
  });
}

export function useFound(done: (alliance: Alliance) => void) {
  const client = useQueryClient();
  return useAct({
    alliance: '',
    touches: [],
    send: async (alliance, founding: Founding) => {
      const founded = await body(
        membership.PUT('/api/alliances/{alliance}', {
          params: { path: { alliance } },
          body: founding,
        }),
      );
      await arrived(founded.id);
      return founded;
    },
    done: (founded) => void client.invalidateQueries({ queryKey: ME }).then(() => done(founded)),
  });
}

export function useEnrol(alliance: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (id, enrolment: Enrolment) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/{id}', {
          params: { path: { alliance, id } },
          body: enrolment,
        }),
      ),
    done,
  });
}

export function firm(alliance: string, id: string) {
  return queryOptions({
    queryKey: key('organizations', alliance, 'detail', id),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/organizations/{id}', {
          params: { path: { alliance, id } },
        }),
      ),
  });
}

export function useSetSeats(alliance: string, id: string) {
  return useAct({
    alliance,
    touches: ['organizations', 'mergers'],
    send: (command, seats: number | null) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/{id}/seats', {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
          body: { seats },
        }),
      ),
  });
}

export function useDescribeFirm(alliance: string, id: string) {
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (command, description: FirmDescription) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/{id}/description', {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
          body: description,
        }),
      ),
  });
}

/** Changing the own roles changes what the own pages offer, too. */
export function useEntrust(alliance: string, id: string, person: string) {
  const client = useQueryClient();
  return useAct({
    alliance,
    touches: ['organizations', 'people'],
    send: (command, roles: FirmRoles) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/{id}/roles/{person}', {
          params: { path: { alliance, id, person }, header: { 'Idempotency-Key': command } },
          body: roles,
        }),
      ),
    done: () => void client.invalidateQueries({ queryKey: ME }),
  });
}

export function firmExit(alliance: string, id: string) {
  return queryOptions({
    queryKey: key('organizations', alliance, 'exit', id),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/organizations/{id}/exit', {
          params: { path: { alliance, id } },
        }),
      ),
  });
}

/** `done` learns whether the firm has left by this, or has said a last day. */
export function useLeaveAsFirm(alliance: string, id: string, done: (left: boolean) => void) {
  const client = useQueryClient();
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (command, exit: { people: number; lastDay: string | null }) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/{id}/exit', {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
          body: exit,
        }),
      ),
    done: ({ leftAt }) =>
      leftAt ? void client.invalidateQueries({ queryKey: ME }).then(() => done(true)) : done(false),
  });
}

export function useStayAsFirm(alliance: string, id: string) {
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/{id}/exit/withdrawal', {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}

export function useBringBackFirm(alliance: string, id: string) {
  return useAct({
    alliance,
    touches: ['organizations'],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/organizations/{id}/return', {
          params: { path: { alliance, id }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}
