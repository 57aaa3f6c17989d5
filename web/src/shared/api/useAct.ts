import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type Command, commandFor } from './ids';
import { key, type Topic } from './keys';

/** Read models of other services follow a moment later; this is when they are asked once more. */
const FOLLOW_UP_MILLIS = 1200;

export function refresh(client: QueryClient, alliance: string, topics: readonly Topic[]): void {
  for (const topic of topics) void client.invalidateQueries({ queryKey: key(topic, alliance) });
}

interface Act<Input, Output> {
  alliance: string;
  /** Sends the act under `id`. It may be called again with the same id when no answer came. */
  send: (id: string, input: Input) => Promise<Output>;
  touches: readonly Topic[];
  /** What a refusal can come of having read too long ago, so that it is read again, too. */
  outdated?: readonly Topic[];
  done?: (output: Output, input: Input) => void;
}

/** One act of a person: sent under an id of its own, repeated safely, and what it touches is read again. */
export function useAct<Input, Output>({
  alliance,
  send,
  touches,
  outdated = [],
  done,
}: Act<Input, Output>) {
  const client = useQueryClient();
  const command = useRef<Command>(undefined);
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => {
      command.current = commandFor(input, command.current);
      return send(command.current.id, input);
    },
    onSuccess: (output, input) => {
      command.current = undefined;
      refresh(client, alliance, touches);
      setTimeout(() => refresh(client, alliance, touches), FOLLOW_UP_MILLIS);
      done?.(output, input);
    },
    onError: () => refresh(client, alliance, outdated),
  });
}
