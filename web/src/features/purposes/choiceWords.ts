import { useTranslation } from 'react-i18next';
import type { Choice, Proposal, Rule } from '@/shared/api/types';
import { usePercent } from './shares';

const CHOICES = ['YES', 'NO', 'ABSTAIN', 'BLOCK'] as const;

export type Standing = Choice | 'LEFT' | 'RECUSED' | 'CAST' | Silence;

/** How somebody stands who has said nothing that is seen. */
export type Silence = 'WAITING' | 'SILENT' | 'ANONYMOUS';

type CountPart = Exclude<keyof NonNullable<Proposal['count']>, 'electorate'> | 'waiting' | 'silent';

/** Under consent nobody says yes and no. */
export function isConsent<Said extends string>(
  rule: Rule,
  said: Said,
): said is Extract<Said, 'YES' | 'NO' | 'yes' | 'no'> {
  return rule.method === 'CONSENT' && /^(yes|no)$/i.test(said);
}

/** How somebody stands. */
export function useChoiceWords(rule: Rule): (stands: Standing) => string {
  const { t } = useTranslation();
  return (stands) =>
    isConsent(rule, stands) ? t(`proposal.stance.${stands}`) : t(`proposal.choice.${stands}`);
}

/** A vote in parts, in words: 67 % yes, 33 % no. */
export function useSplitWords(rule: Rule) {
  const { t } = useTranslation();
  const percent = usePercent();
  const words = (choice: (typeof CHOICES)[number]) =>
    isConsent(rule, choice) ? t(`caucus.consentPart.${choice}`) : t(`caucus.part.${choice}`);
  return (split: Record<string, number>) =>
    CHOICES.filter((choice) => split[choice])
      .map((choice) => `${percent(split[choice] ?? 0)} ${words(choice)}`)
      .join(', ');
}

/** A part of a count, in words. */
export function usePartWords(rule: Rule): (part: CountPart, votes: string) => string {
  const { t } = useTranslation();
  return (part, votes) =>
    isConsent(rule, part)
      ? t(`proposal.consentPart.${part}`, { votes })
      : t(`proposal.part.${part}`, { votes });
}
