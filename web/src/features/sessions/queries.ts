import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { csrfToken } from '@/shared/api/http';
import { SESSION } from '@/shared/api/keys';
import { Refusal, Unreachable } from '@/shared/api/refusal';

/** Where somebody is signed in. The gateway itself keeps these, so they are in no service's document. */
export interface SignedIn {
  id: string;
  since: string;
  lastUsed: string;
  browser?: string;
  system?: string;
  asking: boolean;
}

export interface MySessions {
  /** Whether the platform's own realm keeps the password and the second factor. */
  ownAccount: boolean;
  /** Where it shows what guards the account, and takes off what was lost; of own accounts alone. */
  accountPage?: string;
  sessions: SignedIn[];
}

const PLACE = '/api/me/sessions';
const MY_SESSIONS = [...SESSION, 'all'] as const;

async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (silence) {
    throw new Unreachable(silence);
  }
  if (!response.ok) throw await Refusal.of(response);
  return response;
}

async function end(path: string): Promise<void> {
  await ask(path, { method: 'DELETE', headers: { 'X-XSRF-TOKEN': csrfToken() ?? '' } });
}

export const mySessions = queryOptions({
  queryKey: MY_SESSIONS,
  queryFn: async () =>
    (await (await ask(PLACE, { headers: { Accept: 'application/json' } })).json()) as MySessions,
});

export function useEndSession() {
  const client = useQueryClient();
  return useMutation<void, Error, string>({
    mutationFn: (id) => end(`${PLACE}/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: MY_SESSIONS }),
  });
}

/** Ends this one too: whoever did it stands before the door again. */
export function useEndAll() {
  return useMutation<void, Error, void>({
    mutationFn: () => end(PLACE),
    retry: false,
    onSuccess: () => location.assign('/'),
  });
}
