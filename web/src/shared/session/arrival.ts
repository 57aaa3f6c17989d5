import { useQueryClient } from '@tanstack/react-query';
import { contribution, purpose, recognition } from '../api/http';
import { ME } from '../api/keys';
import type { Me } from '../api/types';

const TRIES = 25;
const PAUSE_MILLIS = 200;

async function knownIn(alliance: string): Promise<boolean> {
  const params = { path: { alliance } };
  const asked = [
    purpose.GET('/api/alliances/{alliance}/purpose', { params }),
    contribution.GET('/api/alliances/{alliance}/needed-of-me', { params }),
    recognition.GET('/api/alliances/{alliance}/ledger/mine', { params }),
  ];
  const answers = await Promise.allSettled(asked);
  return answers.every((answer) => answer.status === 'fulfilled');
}

async function guestKnownIn(alliance: string, goal: string): Promise<boolean> {
  const asked = [
    purpose.GET('/api/alliances/{alliance}/goals/{goal}', { params: { path: { alliance, goal } } }),
    contribution.GET('/api/alliances/{alliance}/contributions', { params: { path: { alliance } } }),
  ];
  const answers = await Promise.allSettled(asked);
  return answers.every((answer) => answer.status === 'fulfilled');
}

/**
 * Who joins is a member at once, and the other services hear of it a moment later. Waits for that moment, so that
 * nobody is welcomed by a closed door; after five seconds the pages themselves say what is wrong.
 */
export async function arrived(alliance: string, call?: string | null): Promise<void> {
  const known = () => (call ? guestKnownIn(alliance, call) : knownIn(alliance));
  for (let tried = 0; tried < TRIES && !(await known()); tried++)
    await new Promise((resume) => setTimeout(resume, PAUSE_MILLIS));
}

/** Reads anew to whom the login belongs; `done` learns the address of the alliance if it is one of its own now. */
export function useOwnNow(alliance: string, done: (slug: string) => void): () => void {
  const client = useQueryClient();
  return () =>
    void client.invalidateQueries({ queryKey: ME }).then(() => {
      const mine = client.getQueryData<Me>(ME)?.alliances.find((one) => one.id === alliance);
      if (mine) done(mine.slug);
    });
}
