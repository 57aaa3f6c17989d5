import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { body, purpose } from '@/shared/api/http';
import { commandFor } from '@/shared/api/ids';
import { Refusal } from '@/shared/api/refusal';
import type { Choice, Proposal } from '@/shared/api/types';
import { refresh } from '@/shared/api/useAct';
import { useHere } from '@/shared/session/alliance';
import {
  castSecretly,
  forgetPaper,
  isSigned,
  keepPaper,
  keptPaper,
  newPaper,
  type Paper,
  type SignedPaper,
  signedPaper,
} from './paper';

/** My voting paper of a ballot on this device: to get it, to vote with it, to forget it. */
export function usePaper(proposal: Proposal, done: (choice: Choice) => void) {
  const { id: alliance, me } = useHere();
  const client = useQueryClient();
  const [paper, setPaper] = useState(() => keptPaper(me.id, proposal.id));

  const keep = (next: Paper) => {
    keepPaper(me.id, proposal.id, next);
    setPaper(next);
  };
  const forget = () => {
    forgetPaper(me.id, proposal.id);
    setPaper(undefined);
  };

  /** The one that is kept, also by another window; else a new one, kept before it is asked for. */
  async function signed(): Promise<SignedPaper> {
    const kept = keptPaper(me.id, proposal.id);
    if (isSigned(kept)) return kept;
    const key = proposal.secrecy.keys.find(({ weight }) => weight === proposal.mine.weight);
    if (!key) throw new Error('a ballot has a key for each weight');
    const asked = kept?.asked ? kept : await newPaper(key);
    keep(asked);
    const signature = await sign(asked.asked?.blinded ?? '');
    const ready = await signedPaper(asked, key, signature);
    keep(ready);
    refresh(client, alliance, ['proposals', 'needs']);
    return ready;
  }

  async function sign(blinded: string): Promise<string> {
    try {
      const answer = await body(
        purpose.PUT('/api/alliances/{alliance}/proposals/{proposal}/ballots/mine/paper', {
          params: {
            path: { alliance, proposal: proposal.id },
            header: { 'Idempotency-Key': commandFor(blinded, undefined).id },
          },
          body: { blinded },
        }),
      );
      return answer.signature;
    } catch (error) {
      // Another device, or a colleague, was first: what was asked here will never be signed.
      if (error instanceof Refusal && error.kind === 'paper-signed') forget();
      throw error;
    }
  }

  const get = useMutation({ mutationFn: signed });
  const vote = useMutation({
    mutationFn: async (choice: Choice) => {
      const ready = await signed();
      await castSecretly(alliance, proposal.id, ready, choice);
      keep({ ...ready, choice });
      return choice;
    },
    onSuccess: done,
  });
  return { paper, get, vote, forget };
}
