import { useTranslation } from 'react-i18next';
import type { Matter, Rule } from '@/shared/api/types';
import { duration, secondsOf } from '@/shared/text/time';
import page from '@/shared/ui/page.module.css';
import { shareInWords } from './shares';

export type RuleLine = 'decider' | 'method' | 'quorum' | 'dialogue' | 'ballotMinimum' | 'cap';

/** Each part of a rule in plain words; empty where it says nothing. */
export function useRuleWords(): (rule: Rule) => Record<RuleLine, string> {
  const { t, i18n } = useTranslation();
  const share = (perMillion: number) => shareInWords(perMillion, i18n.language, t);
  const length = (iso: string) => duration(secondsOf(iso), i18n.language);
  return (rule) => ({
    decider: t(`rules.decider.${rule.decider}`, { body: t(`rules.body.${rule.body}`) }),
    method: t(`rules.method.${rule.method}`, { share: share(rule.thresholdPerMillion) }),
    quorum: t(`rules.quorumOf.${rule.body}`, { share: share(rule.quorumPerMillion) }),
    dialogue:
      secondsOf(rule.dialogueMinimum) > 0 || rule.voicesMinimum > 0
        ? t('rules.dialogueWords', {
            length: length(rule.dialogueMinimum),
            count: rule.voicesMinimum,
          })
        : t('rules.noDialogue'),
    ballotMinimum: t('rules.atLeast', { length: length(rule.ballotMinimum) }),
    cap: rule.votesPerFirmMax ? t('rules.cap', { count: rule.votesPerFirmMax }) : '',
  });
}

export function useMatters(): (matters: Matter[]) => string {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (matters) => list.format(matters.map((matter) => t(`rules.matter.${matter}`)));
}

/** One rule in plain words. */
export function RuleWords({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const words = useRuleWords()(rule);
  const lines: RuleLine[] =
    rule.decider === 'SPONSOR'
      ? ['decider']
      : ['decider', 'quorum', 'method', 'cap', 'dialogue', 'ballotMinimum'];
  return (
    <dl className={page.facts}>
      {lines
        .filter((line) => words[line])
        .flatMap((line) => [
          <dt key={line}>{t(`rules.line.${line}`)}</dt>,
          <dd key={`${line}.words`}>{words[line]}</dd>,
        ])}
    </dl>
  );
}
