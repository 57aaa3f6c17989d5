import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, membership } from '@/shared/api/http';
import { ME } from '@/shared/api/keys';
import { Refusal, Unreachable } from '@/shared/api/refusal';
import type { Erased, Erasing, ProfileSaid } from '@/shared/api/types';
import { useAct } from '@/shared/api/useAct';

const PROFILE = ['me-profile'] as const;
const SERVICES = ['purpose', 'contribution', 'recognition'] as const;

export const profile = queryOptions({
  queryKey: PROFILE,
  queryFn: () => body(membership.GET('/api/me/profile')),
});

export function useSetProfile(done: () => void) {
  const client = useQueryClient();
  return useAct({
    alliance: '',
    touches: [],
    send: (_, said: ProfileSaid) => body(membership.PUT('/api/me/profile', { body: said })),
    done: (now) => {
      client.setQueryData(PROFILE, now);
      void client.invalidateQueries({ queryKey: ['people'] });
      done();
    },
  });
}

export function useErase(done: (erased: Erased) => void) {
  return useAct({
    alliance: '',
    touches: [],
    send: (id, wish: Erasing) =>
      body(membership.PUT('/api/me/erasure/{id}', { params: { path: { id } }, body: wish })),
    done,
  });
}

export function useBeginAnew() {
  const client = useQueryClient();
  return useAct({
    alliance: '',
    touches: [],
    send: (_, __: undefined) => body(membership.PUT('/api/me/new-beginning')),
    done: () => void client.resetQueries({ queryKey: ME }),
  });
}

/** One service's answer, as it was sealed: not a letter may change. */
interface Part {
  name: string;
  sha256: string;
  seal: string;
  text: string;
}

interface Membership {
  alliance: string;
}

/** Everything of all services and alliances in one file, also of alliances that were left. */
export async function takeAlong(): Promise<Blob> {
  const first = await part('membership', '/api/me/data');
  const { memberships } = JSON.parse(first.text) as { memberships: Membership[] };
  const others = memberships.flatMap(({ alliance }) =>
    SERVICES.map((service) =>
      part(`${alliance}/${service}`, `/api/alliances/${alliance}/my-data/${service}`),
    ),
  );
  const key = await body(membership.GET('/api/me/data/key'));
  const parts = [first, ...(await Promise.all(others))];
  const all = { format: 'commonweal.my-data.v1', key, parts };
  return new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' });
}

async function part(name: string, address: string): Promise<Part> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } }).catch(
    (silence) => {
      throw new Unreachable(silence);
    },
  );
  if (!response.ok) throw await Refusal.of(response);
  const text = await response.text();
  return {
    name,
    sha256: await sha256(text),
    seal: response.headers.get('Commonweal-Seal') ?? '',
    text,
  };
}

export async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What somebody typed as a list, said once each. */
export function tags(typed: string): string[] {
  return typed
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
