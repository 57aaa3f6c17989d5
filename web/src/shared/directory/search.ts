import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { body, membership } from '../api/http';
import { key } from '../api/keys';
import { usePerson } from './directory';

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

/** The first few members whose name fits what is typed, and who is chosen, for a field that asks for a person. */
export function usePeopleNamed(alliance: string, chosen?: string | null) {
  const [typed, type] = useState('');
  const [query] = useDebouncedValue(typed, TYPING_PAUSE_MILLIS);
  const named = useQuery(peopleNamed(alliance, query)).data ?? [];
  const person = usePerson(alliance, chosen);
  const absent = person && named.every((one) => one.id !== person.id);
  return { found: absent ? [...named, person] : named, type };
}
