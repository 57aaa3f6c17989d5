import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { body, membership } from '../api/http';
import { key } from '../api/keys';

const CHOICES = 20;

/** The first few members whose name fits, for a field that asks for a person. */
export function peopleNamed(alliance: string, query: string) {
  return queryOptions({
    queryKey: key('people', alliance, 'named', query),
    queryFn: () =>
      body(
        membership.GET('/api/alliances/{alliance}/people', {
          params: { path: { alliance }, query: { query: query || undefined, limit: CHOICES } },
        }),
      ),
    select: (found) =>
      found.items.filter((person) => person.state === 'ACTIVE' && person.class === 'MEMBER'),
    placeholderData: keepPreviousData,
  });
}
