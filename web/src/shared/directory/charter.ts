import { queryOptions } from '@tanstack/react-query';
import { body, membership } from '../api/http';
import { key } from '../api/keys';

/** The alliance's own rules: quorum, threshold, the shortest ballot, the limit for an answer. */
export function alliance(id: string) {
  return queryOptions({
    queryKey: key('alliance', id),
    queryFn: () =>
      body(membership.GET('/api/alliances/{alliance}', { params: { path: { alliance: id } } })),
    staleTime: 3_600_000,
  });
}

export function charter(id: string) {
  return queryOptions({ ...alliance(id), select: (found) => found.charter });
}
