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

export interface WantedRule {
  quorum: number;
  threshold: number;
  minimumSeconds: number;
}

/** What a ballot is to change of these matters: only what differs, nothing when all is the same. */
export function changeOf(
  rules: Rule[],
  secondsOf: (iso: string) => number,
  wanted: WantedRule,
): RulesChange | undefined {
  const changes = rules.flatMap((present) => {
    const change = {
      ...(wanted.quorum !== present.quorumPerMillion && { quorumPerMillion: wanted.quorum }),
      ...(wanted.threshold !== present.thresholdPerMillion && {
        thresholdPerMillion: wanted.threshold,
      }),
      ...(wanted.minimumSeconds !== secondsOf(present.ballotMinimum) && {
        ballotMinimum: `PT${wanted.minimumSeconds}S`,
      }),
    };
    return Object.keys(change).length > 0 ? [{ matter: present.matter, ...change }] : [];
  });
  return changes.length > 0 ? { rules: changes } : undefined;
}
