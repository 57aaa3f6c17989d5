import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { body, membership } from '../api/http';
import { key } from '../api/keys';

const CHOICES = 20;
const TYPING_PAUSE_MILLIS = 200;

function peopleNamed(alliance: string, query: string) {
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

/** The first few members whose name fits what is typed, for a field that asks for a person. */
export function usePeopleNamed(alliance: string) {
  const [typed, type] = useState('');
  const [query] = useDebouncedValue(typed, TYPING_PAUSE_MILLIS);
  return { found: useQuery(peopleNamed(alliance, query)).data ?? [], type };
}
