import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matter, Rulebook } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { duration, secondsOf } from '@/shared/text/time';
import { Loaded } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { rulebook } from './queries';
import { useRuleWords } from './RuleWords';
import { ruleOf } from './rules';

/** A little more than the least, because the form is read before it is sent. */
const MARGIN_SECONDS = 600;

/** So that what is sent twice within them says the same. */
const STEP_MILLIS = 300_000;

/** Soon after the rules allow it, counted from now. */
function soonest(leastSeconds: number): string {
  const from = Date.now() + (leastSeconds + MARGIN_SECONDS) * 1000;
  return localTime(new Date(Math.ceil(from / STEP_MILLIS) * STEP_MILLIS));
}

/** The value that a field of local date and time understands. */
export function localTime(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What a ballot keeps to itself. */
const SECRECY = ['open', 'hidden', 'anonymous'] as const;
type SecrecyChoice = (typeof SECRECY)[number];

/** What every form needs that opens a ballot: the rules by which it will be decided. */
export function WithRules({ children }: { children: (rules: Rulebook) => ReactNode }) {
  return <Loaded query={useQuery(rulebook(useHere().id))}>{children}</Loaded>;
}

/**
 * When the ballot closes, in the reader's own time, soon after the rules allow until somebody changes it; or
 * that it is talked about first, which the rules can ask for. And what the ballot keeps to itself, which is less
 * with options.
 */
export function useCloses(rules: Rulebook, matter: Matter, options = false) {
  const rule = ruleOf(rules.inForce.rules, matter);
  const least = secondsOf(rule.ballotMinimum);
  const sponsors = rule.decider === 'SPONSOR';
  const talkNeeded = sponsors || secondsOf(rule.dialogueMinimum) > 0 || rule.voicesMinimum > 0;
  const [chosen, change] = useState<string>();
  const [wanted, want] = useState(false);
  const talk = talkNeeded || wanted;
  const [wantedSecrecy, keep] = useState<SecrecyChoice>('open');
  // A marked paper would be known by its marks, so options are not voted on without names.
  const kept = options ? SECRECY.filter((one) => one !== 'anonymous') : SECRECY;
  const secrecy = kept.find((one) => one === wantedSecrecy) ?? 'hidden';
  return {
    value: chosen ?? soonest(least),
    change,
    least,
    rule,
    talk,
    talkNeeded,
    sponsors,
    want,
    ready: talk || chosen !== '',
    secrecy,
    kept,
    keep,
    terms: () => ({
      closesAt: new Date(chosen ?? soonest(least)).toISOString(),
      hidden: secrecy !== 'open',
      anonymous: secrecy === 'anonymous',
    }),
  };
}

interface Props {
  closes: ReturnType<typeof useCloses>;
  error: unknown;
}

/** Where the rules leave it open, whoever proposes chooses: to talk about it first, or a ballot at once. */
export function WayField({ closes, error }: Props) {
  const { t } = useTranslation();
  const words = useRuleWords();
  return (
    <>
      {closes.talkNeeded ? (
        <p className={page.soft}>
          {closes.sponsors
            ? t('dialogue.sponsors')
            : t('dialogue.first', { dialogue: words(closes.rule).dialogue })}
        </p>
      ) : (
        <Checkbox
          label={t('dialogue.wanted')}
          checked={closes.talk}
          onChange={(event) => closes.want(event.currentTarget.checked)}
        />
      )}
      {!closes.talk && <ClosesField closes={closes} error={error} />}
    </>
  );
}

export function ClosesField({ closes, error }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <TextInput
        type="datetime-local"
        step={closes.least < 60 ? 1 : 60}
        label={t('purpose.closes')}
        description={t('purpose.closesHelp', { least: duration(closes.least, i18n.language) })}
        required
        value={closes.value}
        onChange={(event) => closes.change(event.currentTarget.value)}
        error={fieldError(error, 'closesAt')}
      />
      <NativeSelect
        label={t('secret.options')}
        description={t(`secret.${closes.secrecy}Help`)}
        data={closes.kept.map((value) => ({ value, label: t(`secret.${value}Choice`) }))}
        value={closes.secrecy}
        onChange={(event) => closes.keep(event.currentTarget.value as SecrecyChoice)}
        error={fieldError(error, 'anonymous')}
      />
    </>
  );
}
