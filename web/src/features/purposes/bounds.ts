import type { Rules, RulesChange, StageName } from '@/shared/api/types';
import { secondsOf } from '@/shared/text/time';
import { differing, differingLength, said } from './rules';

export type GateName = Rules['thresholds']['gates'][number]['gate'];

/** Before which stage each gate stands, and whether it asks for a share; in the order of the stages. */
export const GATES: Record<GateName, { before: StageName; share: boolean }> = {
  DRAFT_PURPOSE: { before: 'FORMING', share: false },
  FIRMS: { before: 'FORMING', share: false },
  ACTIVE_PURPOSE: { before: 'COMMUNITY', share: false },
  MUTUAL_TIES: { before: 'COMMUNITY', share: true },
  CHECKED_GOALS: { before: 'MATURE', share: false },
  REVIEWED_RULES: { before: 'MATURE', share: false },
  MORE_MUTUAL_TIES: { before: 'MATURE', share: true },
  ANSWERED_CONTRIBUTIONS: { before: 'MATURE', share: true },
};

export const GATE_NAMES = Object.keys(GATES) as GateName[];

export interface WantedBounds {
  /** 0 for no bound. */
  seats: number;
  proxies: number;
  staleSeconds: number;
  windowSeconds: number;
  /** A count, or a share in millionths. */
  gates: Partial<Record<GateName, number>>;
}

/** What holds for every matter, as a form begins with it. */
export function boundsOf(rules: Rules): WantedBounds {
  return {
    seats: rules.seatsPerFirmMax ?? 0,
    proxies: rules.proxiesPerHolderMax,
    staleSeconds: secondsOf(rules.staleAfter),
    windowSeconds: secondsOf(rules.thresholds.wordingWindow),
    gates: Object.fromEntries(rules.thresholds.gates.map(({ gate, needed }) => [gate, needed])),
  };
}

/** What a change asks for, as the form holds it. */
export function wantedBoundsOf(asked: RulesChange): Partial<WantedBounds> {
  const { seatsPerFirmMax, proxiesPerHolderMax, staleAfter, thresholds } = asked;
  const window = thresholds?.wordingWindow;
  const bounds = said({
    seats: seatsPerFirmMax,
    proxies: proxiesPerHolderMax,
    staleSeconds: staleAfter ? secondsOf(staleAfter) : null,
    windowSeconds: window ? secondsOf(window) : null,
  });
  const gates = (thresholds?.gates ?? []).map(({ gate, needed }) => [gate, needed]);
  return { ...bounds, gates: Object.fromEntries(gates) };
}

/** What a ballot is to change of it: only what differs, nothing when all is the same. */
export function boundsChangeOf(
  rules: Rules,
  wanted: Partial<WantedBounds>,
): RulesChange | undefined {
  const now = boundsOf(rules);
  const gates = GATE_NAMES.flatMap((gate) => {
    const needed = differing(wanted.gates?.[gate], now.gates[gate]);
    return needed === undefined ? [] : [{ gate, needed }];
  });
  const thresholds = said({
    gates: gates.length > 0 ? gates : undefined,
    wordingWindow: differingLength(wanted.windowSeconds, now.windowSeconds),
  });
  const change = said({
    seatsPerFirmMax: differing(wanted.seats, now.seats),
    proxiesPerHolderMax: differing(wanted.proxies, now.proxies),
    staleAfter: differingLength(wanted.staleSeconds, now.staleSeconds),
    thresholds: Object.keys(thresholds).length > 0 ? thresholds : undefined,
  });
  return Object.keys(change).length > 0 ? change : undefined;
}
