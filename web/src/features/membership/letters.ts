import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { body, membership } from '@/shared/api/http';
import { type Command, commandFor } from '@/shared/api/ids';

const LETTER = ['letter'];

/** The key of a mailed link stands behind its `#`, so that no server on the way is told. */
const authorization = (key: string) => ({ Authorization: `Bearer ${key}` });

export function letter(key: string) {
  return queryOptions({
    queryKey: [...LETTER, key],
    queryFn: () => body(membership.GET('/letters/invitation', { headers: authorization(key) })),
  });
}

/** Declines without a login; a yes needs one, because it makes somebody a member. */
export function useDeclineLetter(key: string) {
  const client = useQueryClient();
  const command = useRef<Command>(undefined);
  return useMutation({
    mutationFn: () => {
      command.current = commandFor(key, command.current);
      return body(
        membership.PUT('/letters/invitation/declination', {
          headers: authorization(key),
          params: { header: { 'Idempotency-Key': command.current.id } },
        }),
      );
    },
    onSuccess: (declined) => client.setQueryData(letter(key).queryKey, declined),
  });
}
