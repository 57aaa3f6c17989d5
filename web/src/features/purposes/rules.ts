import type { Matter, Rule, Rules, RulesChange } from '@/shared/api/types';

/** Matters that are decided alike, so that the same is said once. */
export interface Alike {
  matters: Matter[];
  rule: Rule;
  before?: Rule;
}

const LIKENESS: (keyof Rule)[] = [
  'decider',
  'body',
  'method',
  'quorumPerMillion',
  'thresholdPerMillion',
  'dialogueMinimum',
  'voicesMinimum',
  'ballotMinimum',
  'votesPerFirmMax',
];

function likeness(rule: Rule | undefined): string {
  return JSON.stringify(LIKENESS.map((part) => rule?.[part] ?? null));
}

/** The rules, each once with all matters that it is about, in the rulebook's order. */
export function alike(rules: Rule[]): Alike[] {
  return grouped(rules, () => undefined);
}

/** What differs between two rulebooks, each difference once. */
export function changed(before: Rules, after: Rules): Alike[] {
  const was = (rule: Rule) => before.rules.find((one) => one.matter === rule.matter);
  return grouped(
    after.rules.filter((rule) => likeness(rule) !== likeness(was(rule))),
    was,
  );
}

function grouped(rules: Rule[], was: (rule: Rule) => Rule | undefined): Alike[] {
  const groups = new Map<string, Alike>();
  for (const rule of rules) {
    const key = likeness(rule) + likeness(was(rule));
    const group = groups.get(key);
    if (group) group.matters.push(rule.matter);
    else groups.set(key, { matters: [rule.matter], rule, before: was(rule) });
  }
  return [...groups.values()];
}

export function ruleOf(rules: Rules, matter: Matter): Rule {
  const found = rules.rules.find((rule) => rule.matter === matter);
  if (!found) throw new Error(`a rulebook has a rule for ${matter}`);
  return found;
}

const DECIDERS = ['BALLOT', 'SPONSOR', 'DELEGATE'] as const;

/** Matters that are orders: they are carried out when one alone has approved of them. */
const ORDERED: Matter[] = ['MEMBERSHIP', 'OFFICES', 'MONEY'];

/** Who can decide a matter, as the service takes it: the members, or somebody who could; and who is kept. */
export function decidersOf(
  matter: Matter,
  sponsored: boolean,
  ...kept: Rule['decider'][]
): Rule['decider'][] {
  const can: Record<Rule['decider'], boolean> = {
    BALLOT: true,
    SPONSOR: sponsored && ORDERED.includes(matter),
    DELEGATE: matter === 'MEMBERSHIP',
  };
  return DECIDERS.filter((one) => can[one] || kept.includes(one));
}

export interface WantedRule {
  decider: Rule['decider'];
  body: Rule['body'];
  method: Rule['method'];
  quorum: number;
  threshold: number;
  dialogueSeconds: number;
  voices: number;
  minimumSeconds: number;
  /** 0 for no bound. */
  votesPerFirmMax: number;
}

/** What is wanted, where it is said and something else than now. */
export function differing<T>(want: T | undefined, now: T): T | undefined {
  return want === now ? undefined : want;
}

/** The same of a length in seconds, as the service reads it. */
export function differingLength(want: number | undefined, now: number): string | undefined {
  const seconds = differing(want, now);
  return seconds === undefined ? undefined : `PT${seconds}S`;
}

/** The parts of which something is said. */
export function said<Parts extends object>(
  parts: Parts,
): { [Part in keyof Parts]?: NonNullable<Parts[Part]> } {
  return Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== null && part !== undefined),
  ) as { [Part in keyof Parts]?: NonNullable<Parts[Part]> };
}

/** What a ballot is to change of these matters: only what differs, nothing when all is the same. */
export function changeOf(
  rules: Rule[],
  secondsOf: (iso: string) => number,
  wanted: Partial<WantedRule>,
): RulesChange | undefined {
  const changes = rules.flatMap((present) => {
    const change = said({
      decider: differing(wanted.decider, present.decider),
      body: differing(wanted.body, present.body),
      method: differing(wanted.method, present.method),
      quorumPerMillion: differing(wanted.quorum, present.quorumPerMillion),
      thresholdPerMillion: differing(wanted.threshold, present.thresholdPerMillion),
      dialogueMinimum: differingLength(wanted.dialogueSeconds, secondsOf(present.dialogueMinimum)),
      voicesMinimum: differing(wanted.voices, present.voicesMinimum),
      ballotMinimum: differingLength(wanted.minimumSeconds, secondsOf(present.ballotMinimum)),
      votesPerFirmMax: differing(wanted.votesPerFirmMax, present.votesPerFirmMax ?? 0),
    });
    return Object.keys(change).length > 0 ? [{ matter: present.matter, ...change }] : [];
  });
  return changes.length > 0 ? { rules: changes } : undefined;
}

/** What a change asks for, as the form holds it. */
export function wantedOf(
  asked: NonNullable<RulesChange['rules']>[number],
  secondsOf: (iso: string) => number,
): Partial<WantedRule> {
  return said({
    decider: asked.decider,
    body: asked.body,
    method: asked.method,
    quorum: asked.quorumPerMillion,
    threshold: asked.thresholdPerMillion,
    dialogueSeconds: asked.dialogueMinimum ? secondsOf(asked.dialogueMinimum) : null,
    voices: asked.voicesMinimum,
    minimumSeconds: asked.ballotMinimum ? secondsOf(asked.ballotMinimum) : null,
    votesPerFirmMax: asked.votesPerFirmMax,
  });
}
