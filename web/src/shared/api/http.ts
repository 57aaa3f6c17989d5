import createClient, { type Middleware } from 'openapi-fetch';
import type { paths as ContributionPaths } from './generated/contribution';
import type { paths as MembershipPaths } from './generated/membership';
import type { paths as PurposePaths } from './generated/purpose';
import type { paths as RecognitionPaths } from './generated/recognition';
import { Refusal, Unreachable } from './refusal';

type Listener = () => void;
const whenSignedOut = new Set<Listener>();

/** Calls back when the gateway no longer knows our session; returns how to stop listening. */
export function onSignedOut(listener: Listener): () => void {
  whenSignedOut.add(listener);
  return () => whenSignedOut.delete(listener);
}

export function csrfToken(cookies = document.cookie): string | undefined {
  const found = cookies.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return found && decodeURIComponent(found.slice('XSRF-TOKEN='.length));
}

/** How every client of a service behaves: token on writes, refusals and silence thrown, sign-out noticed. */
export const manners: Middleware = {
  onRequest({ request }) {
    if (request.method === 'GET') return;
    const token = csrfToken();
    if (token) request.headers.set('X-XSRF-TOKEN', token);
  },
  async onResponse({ response }) {
    if (response.ok) return;
    if (response.status === 401) for (const listener of whenSignedOut) listener();
    throw await Refusal.of(response);
  },
  onError({ error }) {
    return new Unreachable(error);
  },
};

function client<Paths extends object>() {
  const made = createClient<Paths>({
    // Absolute, because Request refuses relative addresses outside of a browser.
    baseUrl: globalThis.location?.origin,
    fetch: (request) => globalThis.fetch(request),
    headers: { Accept: 'application/json' },
  });
  made.use(manners);
  return made;
}

export const membership = client<MembershipPaths>();
export const purpose = client<PurposePaths>();
export const contribution = client<ContributionPaths>();
export const recognition = client<RecognitionPaths>();

/** The body of an answer. Refusals and silence are thrown by the manners above. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
