import { queryOptions } from '@tanstack/react-query';
import { body, csrfToken, membership } from '../api/http';
import { ME, SESSION } from '../api/keys';
import { Unreachable } from '../api/refusal';

export interface Session {
  loggedIn: boolean;
  name?: string;
}

async function askSession(): Promise<Session> {
  let response: Response;
  try {
    response = await fetch('/api/session', { headers: { Accept: 'application/json' } });
  } catch (silence) {
    throw new Unreachable(silence);
  }
  if (response.status === 401) return { loggedIn: false };
  if (!response.ok) throw new Unreachable(response.status);
  return (await response.json()) as Session;
}

export const session = queryOptions({
  queryKey: SESSION,
  queryFn: askSession,
  staleTime: Number.POSITIVE_INFINITY,
});

export const me = queryOptions({
  queryKey: ME,
  queryFn: () => body(membership.GET('/api/me')),
});

/** Leaves for the firm's own sign-in page; afterwards the person comes back to where they were. */
export function signIn(): void {
  const here = new URLSearchParams({ return_to: location.pathname });
  location.assign(`/oauth2/authorization/commonweal?${here}`);
}

/** A real form post, because the answer is a redirect to the firm's own sign-out. */
export function signOut(): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/logout';
  const token = document.createElement('input');
  token.type = 'hidden';
  token.name = '_csrf';
  token.value = csrfToken() ?? '';
  form.append(token);
  document.body.append(form);
  form.submit();
}
