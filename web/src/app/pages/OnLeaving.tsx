import { AskedOnLeaving } from '@/features/contributions/AskedOnLeaving';
import { VotesOnLeaving } from '@/features/purposes/VotesOnLeaving';

/** What leaving settles, of all features that have something open. */
export function OnLeaving({ whole }: { whole: boolean }) {
  return (
    <>
      <VotesOnLeaving whole={whole} />
      <AskedOnLeaving whole={whole} />
    </>
  );
}
