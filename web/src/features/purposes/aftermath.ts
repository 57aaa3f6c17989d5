import { useSearch } from '@tanstack/react-router';
import { body, purpose } from '@/shared/api/http';
import type {
  Aftermath,
  DecisionReview,
  NewOutcome,
  NewReview,
  Proposal,
} from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const SHORTEST = 20;
const LONGEST_YEARS = 5;

/** Whether something can have come of it, or another proposal can go on from it. */
export function isOver({ state }: Pick<Proposal, 'state'>): boolean {
  return state !== 'DIALOGUE' && state !== 'OPEN';
}

/** Whether it was voted on, so that somebody can say what came of it. */
export function isCounted({ state }: Pick<Proposal, 'state'>): boolean {
  return state === 'ADOPTED' || state === 'REJECTED' || state === 'NO_QUORUM';
}

/** Whether it was looked at again and holds no more, so that nothing is looked at another time. */
export function hasEnded(reviews: Pick<DecisionReview, 'finding'>[]): boolean {
  return reviews.some((one) => one.finding === 'ENDED');
}

/** What the reader can say of it now. */
export function waysToSpeak({
  state,
  aftermath,
}: {
  state: Proposal['state'];
  aftermath: Pick<Aftermath, 'mayState' | 'outcome' | 'reviews'>;
}): ('state' | 'review')[] {
  const { mayState, outcome, reviews } = aftermath;
  if (!mayState) return [];
  return outcome && state === 'ADOPTED' && !hasEnded(reviews) ? ['review', 'state'] : ['state'];
}

export function isLongEnough(statement: string): boolean {
  return statement.trim().length >= SHORTEST;
}

/** The first and the last day on which something can be looked at again, as a field of days understands them. */
export function reviewDays(now: Date): { min: string; max: string } {
  const day = (years: number, days: number) =>
    new Date(Date.UTC(now.getFullYear() + years, now.getMonth(), now.getDate() + days))
      .toISOString()
      .slice(0, 10);
  return { min: day(0, 1), max: day(LONGEST_YEARS, 0) };
}

/** What is proposed on this page goes on from that proposal, as its address says. */
export function useFollowed(): string | undefined {
  return useSearch({ strict: false, select: (search) => search.follows });
}

/** Says what came of it; anew from the version that was read. */
export function useStateOutcome(
  alliance: string,
  proposal: string,
  read: number | undefined,
  done: () => void,
) {
  return useAct({
    alliance,
    touches: ['proposals', 'needs'],
    send: (command, input: NewOutcome) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/outcome', {
          params: {
            path: { alliance, proposal },
            header: { 'Idempotency-Key': command, ...(read && { 'If-Match': `"${read}"` }) },
          },
          body: input,
        }),
      ),
    done,
  });
}

export function useReviewDecision(alliance: string, proposal: string, done: () => void) {
  return useAct({
    alliance,
    touches: ['proposals', 'needs'],
    send: (review, input: NewReview) =>
      body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/reviews/{review}', {
          params: { path: { alliance, proposal, review } },
          body: input,
        }),
      ),
    done,
  });
}
