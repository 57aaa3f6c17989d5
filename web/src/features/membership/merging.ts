import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, membership } from '@/shared/api/http';
import { key, ME } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import type { Merger, MergerEffect, MergerProposal, Organization } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const PAGE = 50;

/** As which firms a firm can go on: those that are here, but itself and the sponsor. */
export function partnersOf(firm: string, known: Iterable<Organization>): Organization[] {
  return [...known]
    .filter((one) => one.id !== firm && one.role === 'FIRM' && !one.leftAt)
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** Whether everybody who comes finds a seat; without a bound, all do. */
export function fits({ seatsNeeded, seatsFree }: MergerEffect): boolean {
  return seatsFree == null || seatsNeeded <= seatsFree;
}

/** Who can answer an open proposal, and how: the other firm accepts or declines, the own takes back. */
export function answersTo({ state, ours }: Merger): 'OURS' | 'THEIRS' | 'NONE' {
  if (state !== 'PROPOSED') return 'NONE';
  return ours ? 'OURS' : 'THEIRS';
}

/** Those of the own firm, for its administrators. */
export function mergers(alliance: string) {
  return pages(key('mergers', alliance, 'list'), (cursor) =>
    body(
      membership.GET('/api/alliances/{alliance}/mergers', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

/** What would change if the own firm went on as that one. */
export function mergerEffect(alliance: string, into: string) {
  return queryOptions({
    queryKey: key('mergers', alliance, 'effect', into),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/mergers/effects/{into}', {
          params: { path: { alliance, into } },
        }),
      ),
  });
}

export function useProposeMerger(alliance: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['mergers'],
    outdated: ['mergers'],
    send: (id, proposal: MergerProposal) =>
      body(
        membership.PUT('/api/alliances/{alliance}/mergers/{id}', {
          params: { path: { alliance, id } },
          body: proposal,
        }),
      ),
    done,
  });
}

export function useAcceptMerger(alliance: string, merger: string, done: () => void) {
  const client = useQueryClient();
  return useAct({
    alliance,
    touches: ['mergers', 'organizations', 'people', 'proposals', 'offices'],
    outdated: ['mergers'],
    send: (command, people: number) =>
      body(
        membership.PUT('/api/alliances/{alliance}/mergers/{id}/acceptance', {
          params: { path: { alliance, id: merger }, header: { 'Idempotency-Key': command } },
          body: { people },
        }),
      ),
    done: () => void client.invalidateQueries({ queryKey: ME }).then(done),
  });
}

export function useDeclineMerger(alliance: string, merger: string) {
  return useAct({
    alliance,
    touches: ['mergers'],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/mergers/{id}/declination', {
          params: { path: { alliance, id: merger }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}

export function useWithdrawMerger(alliance: string, merger: string) {
  return useAct({
    alliance,
    touches: ['mergers'],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/mergers/{id}/withdrawal', {
          params: { path: { alliance, id: merger }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}
