import { queryOptions } from '@tanstack/react-query';
import { body, membership } from '../api/http';
import { key } from '../api/keys';

/** The alliance as it was founded, with its limit for an answer; the rules in force are the rulebook's. */
export function alliance(id: string) {
  return queryOptions({
    queryKey: key('alliance', id),
    queryFn: () =>
      body(membership.GET('/api/alliances/{alliance}', { params: { path: { alliance: id } } })),
    staleTime: 3_600_000,
  });
}
