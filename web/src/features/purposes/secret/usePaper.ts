import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
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
  oneAtATime,
  onPapers,
  type Paper,
  receiptOf,
  type SignedPaper,
  signedPaper,
  writtenPaper,
} from './paper';

/** My voting paper of a ballot on this device, whichever window has got it. */
export function useKeptPaper(proposal: string): Paper | undefined {
  const { me } = useHere();
  const written = useSyncExternalStore(onPapers, () => writtenPaper(me.id, proposal));
  return useMemo(
    () => (written ? keptPaper(me.id, proposal) : undefined),
    [written, me.id, proposal],
  );
}

/** The same, to get it and to vote with it. */
export function usePaper(proposal: Proposal, done: (choice: Choice) => void) {
  const { id: alliance, me } = useHere();
  const client = useQueryClient();
  const paper = useKeptPaper(proposal.id);
  const keep = (next: Paper) => keepPaper(me.id, proposal.id, next);

  /** The one that is kept, also by another window; else a new one, kept before it is asked for. */
  const signed = () => oneAtATime(me.id, proposal.id, signedOnce);

  async function signedOnce(): Promise<SignedPaper> {
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
      const kept = keptPaper(me.id, proposal.id);
      if (error instanceof Refusal && error.kind === 'paper-signed' && !isSigned(kept))
        forgetPaper(me.id, proposal.id);
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
  return { paper, get, vote };
}

/** The receipt of my paper, reckoned on this device and kept nowhere. */
export function useReceipt(paper: Paper | undefined): string | undefined {
  const [receipt, tell] = useState<string>();
  const token = paper?.token;
  useEffect(() => {
    let current = true;
    tell(undefined);
    if (token) void receiptOf({ token }).then((found) => current && tell(found));
    return () => {
      current = false;
    };
  }, [token]);
  return receipt;
}
