import { queryOptions, useQuery } from '@tanstack/react-query';
import { body, purpose } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import { pages } from '@/shared/api/pages';
import type {
  Draft,
  DraftChange,
  NewBallot,
  NewConcern,
  NewGoal,
  NewPosition,
  NewProposal,
  NewVote,
  ProposalAmendment,
} from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const PAGE = 50;

export function purposeAndDrafts(alliance: string) {
  return queryOptions({
    queryKey: key('purpose', alliance),
    queryFn: () =>
      body(purpose.GET('/api/alliances/{alliance}/purpose', { params: { path: { alliance } } })),
  });
}

export function draftDetail(alliance: string, draft: string) {
  return queryOptions({
    queryKey: key('purpose', alliance, 'draft', draft),
    queryFn: () =>
      body(
        purpose.GET('/api/alliances/{alliance}/purpose/drafts/{draft}', {
          params: { path: { alliance, draft } },
        }),
      ),
  });
}

/** The sponsor's own decision, where the rulebook leaves it to the sponsor. */
export function useApprove(alliance: string, proposal: string) {
  return useAct({
    alliance,
    touches: ['proposals', 'activity'],
    send: (command, _: undefined) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/approval', {
          params: { path: { alliance, proposal }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}

export function useStartDraft(alliance: string, done: (id: string) => void) {
  return useAct({
    alliance,
    touches: ['purpose'],
    send: (draft, input: Draft) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/purpose/drafts/{draft}', {
          params: { path: { alliance, draft } },
          body: input,
        }),
      ),
    done: (made) => done(made.id),
  });
}

export function useAmendDraft(alliance: string, draft: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['purpose', 'proposals'],
    outdated: ['purpose'],
    send: (command, { version, ...change }: DraftChange & { version: number }) =>
      body(
        purpose.PATCH('/api/alliances/{alliance}/purpose/drafts/{draft}', {
          params: {
            path: { alliance, draft },
            header: { 'Idempotency-Key': command, 'If-Match': `"${version}"` },
          },
          body: change,
        }),
      ),
    done,
  });
}

/** Proposes something, which can go on from a proposal that is over. */
export function usePropose(alliance: string, done: (id: string) => void, follows?: string) {
  return useAct({
    alliance,
    touches: ['purpose', 'proposals'],
    send: (proposal, input: NewProposal) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}', {
          params: { path: { alliance, proposal } },
          body: { ...input, ...(follows && { follows }) },
        }),
      ),
    done: (made) => done(made.id),
  });
}

/** Says a proposal of mine in other words while it is talked about. */
export function useAmendProposal(alliance: string, proposal: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['proposals'],
    send: (command, input: ProposalAmendment) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/text', {
          params: { path: { alliance, proposal }, header: { 'Idempotency-Key': command } },
          body: input,
        }),
      ),
    done,
  });
}

/** What was said about a proposal. */
export function dialogue(alliance: string, proposal: string) {
  return queryOptions({
    queryKey: key('proposals', alliance, proposal, 'dialogue'),
    queryFn: () =>
      body(
        purpose.GET('/api/alliances/{alliance}/proposals/{proposal}/dialogue', {
          params: { path: { alliance, proposal } },
        }),
      ),
  });
}

export function useTakePosition(alliance: string, proposal: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['proposals'],
    send: (position, input: NewPosition) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/positions/{position}', {
          params: { path: { alliance, proposal, position } },
          body: input,
        }),
      ),
    done,
  });
}

export function useRaiseConcern(alliance: string, proposal: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['proposals'],
    send: (concern, input: NewConcern) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/concerns/{concern}', {
          params: { path: { alliance, proposal, concern } },
          body: input,
        }),
      ),
    done,
  });
}

export function useAnswerConcern(
  alliance: string,
  proposal: string,
  concern: string,
  done: () => void,
) {
  return useAct({
    alliance,
    touches: ['proposals'],
    send: (answer, words: string) =>
      body(
        purpose.PUT(
          '/api/alliances/{alliance}/proposals/{proposal}/concerns/{concern}/answers/{answer}',
          { params: { path: { alliance, proposal, concern, answer } }, body: { words } },
        ),
      ),
    done,
  });
}

export function useResolveConcern(alliance: string, proposal: string, concern: string) {
  return useAct({
    alliance,
    touches: ['proposals'],
    send: (command, resolved: boolean) =>
      body(
        purpose.PUT(
          '/api/alliances/{alliance}/proposals/{proposal}/concerns/{concern}/resolution',
          {
            params: {
              path: { alliance, proposal, concern },
              header: { 'Idempotency-Key': command },
            },
            body: { resolved },
          },
        ),
      ),
  });
}

export function useWithdraw(alliance: string, proposal: string) {
  return useAct({
    alliance,
    touches: ['proposals', 'purpose'],
    send: (command, _: undefined) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/withdrawal', {
          params: { path: { alliance, proposal }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}

export function useOpenBallot(alliance: string, proposal: string) {
  return useAct({
    alliance,
    touches: ['purpose', 'proposals', 'needs'],
    send: (command, input: NewBallot) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/ballot', {
          params: { path: { alliance, proposal }, header: { 'Idempotency-Key': command } },
          body: input,
        }),
      ),
  });
}

export function rulebook(alliance: string) {
  return queryOptions({
    queryKey: key('purpose', alliance, 'rulebook'),
    queryFn: () =>
      body(purpose.GET('/api/alliances/{alliance}/rulebook', { params: { path: { alliance } } })),
  });
}

/** Who decides what, and by which rule. */
export function powers(alliance: string) {
  return queryOptions({
    queryKey: key('purpose', alliance, 'powers'),
    queryFn: () =>
      body(purpose.GET('/api/alliances/{alliance}/powers', { params: { path: { alliance } } })),
  });
}

/** The newest, among which are those that are open. */
export function proposals(alliance: string) {
  return queryOptions({
    queryKey: key('proposals', alliance),
    queryFn: () =>
      body(
        purpose.GET('/api/alliances/{alliance}/proposals', {
          params: { path: { alliance }, query: { limit: PAGE } },
        }),
      ),
  });
}

/** All of them, page after page. */
export function allProposals(alliance: string) {
  return pages(key('proposals', alliance, 'list'), (cursor) =>
    body(
      purpose.GET('/api/alliances/{alliance}/proposals', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export function proposalDetail(alliance: string, proposal: string) {
  return queryOptions({
    queryKey: key('proposals', alliance, proposal),
    queryFn: () =>
      body(
        purpose.GET('/api/alliances/{alliance}/proposals/{proposal}', {
          params: { path: { alliance, proposal } },
        }),
      ),
  });
}

export function useVote(alliance: string, proposal: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['proposals', 'needs'],
    send: (command, vote: NewVote) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/ballots/mine', {
          params: { path: { alliance, proposal }, header: { 'Idempotency-Key': command } },
          body: vote,
        }),
      ),
    done,
  });
}

/** Leaves a ballot to the others, with the reason; none to take part again. */
export function useRecuse(alliance: string, proposal: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['proposals', 'needs'],
    send: (command, reason: string | undefined) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/recusals/mine', {
          params: { path: { alliance, proposal }, header: { 'Idempotency-Key': command } },
          body: { recused: reason !== undefined, reason },
        }),
      ),
    done,
  });
}

export function goals(alliance: string) {
  return pages(key('goals', alliance, 'list'), (cursor) =>
    body(
      purpose.GET('/api/alliances/{alliance}/goals', {
        params: { path: { alliance }, query: { cursor, limit: PAGE } },
      }),
    ),
  );
}

export function goalDetail(alliance: string, goal: string) {
  return queryOptions({
    queryKey: key('goals', alliance, 'detail', goal),
    queryFn: () =>
      body(
        purpose.GET('/api/alliances/{alliance}/goals/{goal}', {
          params: { path: { alliance, goal } },
        }),
      ),
  });
}

export function useGoalTitle(alliance: string, goal: string | null): string | undefined {
  return useQuery({ ...goalDetail(alliance, goal ?? ''), enabled: Boolean(goal) }).data?.title;
}

export function useSetGoal(alliance: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['goals'],
    send: (goal, input: NewGoal) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/goals/{goal}', {
          params: { path: { alliance, goal } },
          body: input,
        }),
      ),
    done,
  });
}

export interface NewCheckIn {
  value: string;
  on: string;
  note?: string;
}

export function useCheckIn(alliance: string, goal: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['goals', 'needs'],
    send: (checkIn, input: NewCheckIn) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/goals/{goal}/check-ins/{checkIn}', {
          params: { path: { alliance, goal, checkIn } },
          body: input,
        }),
      ),
    done,
  });
}

/** Read before leaving: how the firm's votes are settled, and which goals stay behind. */
export function leavingCommitments(alliance: string) {
  return queryOptions({
    queryKey: key('proposals', alliance, 'leaving'),
    queryFn: () =>
      body(
        purpose.GET('/api/alliances/{alliance}/commitments/leaving', {
          params: { path: { alliance } },
        }),
      ),
  });
}
