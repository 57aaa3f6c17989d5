import { NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Matter, Rulebook, Rules, RulesChange } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { secondsOf } from '@/shared/text/time';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { BoundsFields } from './BoundsFields';
import { boundsChangeOf, type WantedBounds, wantedBoundsOf } from './bounds';
import { useLengths, withPresent } from './lengths';
import { type Amending, MotionForm, Reason, useWords } from './MotionForm';
import { powers } from './queries';
import { changeOf, decidersOf, ruleOf, type WantedRule, wantedOf } from './rules';
import { SHARES, shareInWords, shareName } from './shares';

const DAY = 86_400;
const BALLOTS = [1, 2, 3, 5, 7, 14, 30].map((days) => days * DAY);
const DIALOGUES = [0, ...BALLOTS];
const BODIES = ['FIRMS', 'PERSONS'] as const;
const METHODS = ['CONSENT', 'BLOCK', 'MAJORITY', 'SUPERMAJORITY'] as const;

/** Chosen instead of a matter: what holds for all of them. */
const BOUNDS = 'BOUNDS';

const NOTHING = {
  title: '',
  reason: '',
  about: 'PURPOSE',
  wanted: {} as Partial<WantedRule>,
  bounds: {} as Partial<WantedBounds>,
};

/** Another rule for one matter, or for all; what is not touched stays as it is. */
export function RulesForm({ rules, amends }: { rules: Rulebook; amends?: Amending }) {
  const { t } = useTranslation();
  const here = useHere();
  const words = useWords(
    `rules.${here.id}.${rules.inForce.version}`,
    NOTHING,
    amends,
    ({ title, rules: proposed }) => {
      const asked = proposed?.change.rules?.[0];
      return {
        title,
        reason: proposed?.reason ?? '',
        about: asked?.matter ?? BOUNDS,
        wanted: asked ? wantedOf(asked, secondsOf) : {},
        bounds: proposed ? wantedBoundsOf(proposed.change) : {},
      };
    },
  );
  const { title, reason, about, wanted, bounds } = words.value;
  const whole = wholeChange(rules.inForce.rules, words.value, amends?.proposal.rules?.change);
  return (
    <MotionForm
      rules={rules}
      matter="RULES"
      ready={Boolean(whole && title.trim() && reason.trim())}
      motion={{ rules: { title, reason, change: whole ?? {} } }}
      amends={amends}
      opened={words.clear}
    >
      {(error) => (
        <>
          <p className={page.soft}>{t('rules.lead')}</p>
          <TextInput
            label={t('rules.changeTitle')}
            required
            maxLength={200}
            value={title}
            onChange={(event) => words.change({ title: event.currentTarget.value })}
            error={fieldError(error, 'rules/title')}
          />
          <Select
            label={t('rules.about')}
            data={[
              ...rules.inForce.rules.rules.map((rule) => ({
                value: rule.matter as string,
                label: t(`rules.matter.${rule.matter}`),
              })),
              { value: BOUNDS, label: t('rules.ofAll') },
            ]}
            value={about}
            allowDeselect={false}
            onChange={(chosen) => words.change({ about: chosen ?? about, wanted: {}, bounds: {} })}
          />
          {about === BOUNDS ? (
            <BoundsFields
              rules={rules.inForce.rules}
              wanted={bounds}
              change={(part) => words.change({ bounds: { ...bounds, ...part } })}
              error={error}
            />
          ) : (
            <RuleFields
              matter={about as Matter}
              present={ruleOf(rules.inForce.rules, about as Matter)}
              wanted={wanted}
              change={(part) => words.change({ wanted: { ...wanted, ...part } })}
              error={error}
            />
          )}
          <Reason
            value={reason}
            change={(text) => words.change({ reason: text })}
            error={fieldError(error, 'reason')}
          />
        </>
      )}
    </MotionForm>
  );
}

/** What is asked for; of what is said anew, what this form did not begin with stays, unless it is about it now. */
export function wholeChange(
  rules: Rules,
  { about, wanted, bounds }: Pick<typeof NOTHING, 'about' | 'wanted' | 'bounds'>,
  before: RulesChange = {},
): RulesChange | undefined {
  const { rules: asked, ...others } = before;
  const [first, ...rest] = asked ?? [];
  if (about === BOUNDS) {
    const change = boundsChangeOf(rules, bounds);
    return change && { ...change, ...(rest.length > 0 && { rules: rest }) };
  }
  const change = changeOf([ruleOf(rules, about as Matter)], secondsOf, wanted);
  const stays = rest.filter((one) => one.matter !== about);
  return change && { ...(first && others), rules: [...(change.rules ?? []), ...stays] };
}

interface FieldsProps {
  matter: Matter;
  present: ReturnType<typeof ruleOf>;
  wanted: Partial<WantedRule>;
  change: (part: Partial<WantedRule>) => void;
  error: unknown;
}

function RuleFields({ matter, present, wanted, change, error }: FieldsProps) {
  const { t, i18n } = useTranslation();
  const decider = wanted.decider ?? present.decider;
  const body = wanted.body ?? present.body;
  const method = wanted.method ?? present.method;
  const shares = (now: number) =>
    withPresent(now, Object.values(SHARES), shareName).map((share) => ({
      value: String(share),
      label: shareInWords(share, i18n.language, t),
    }));
  const lengths = useLengths();
  const sponsors = useQuery(powers(useHere().id)).data?.sponsors ?? [];
  const deciders = decidersOf(matter, sponsors.length > 0, present.decider, decider);
  return (
    <>
      {deciders.length > 1 && (
        <Select
          label={t('rules.line.decider')}
          data={deciders.map((one) => ({ value: one, label: t(`rules.deciderName.${one}`) }))}
          value={decider}
          allowDeselect={false}
          onChange={(one) => change({ decider: one as WantedRule['decider'] })}
          error={fieldError(error, 'decider')}
        />
      )}
      {decider !== 'SPONSOR' && (
        <>
          <Select
            label={t('rules.bodyName')}
            data={BODIES.map((one) => ({ value: one, label: t(`rules.body.${one}`) }))}
            value={body}
            allowDeselect={false}
            onChange={(one) => change({ body: one as WantedRule['body'] })}
          />
          {body === 'PERSONS' && (
            <NumberInput
              label={t('rules.capName')}
              description={t('rules.capHelp')}
              min={0}
              max={10000}
              allowDecimal={false}
              value={wanted.votesPerFirmMax ?? present.votesPerFirmMax ?? 0}
              onChange={(most) => change({ votesPerFirmMax: Number(most) })}
            />
          )}
          <Select
            label={t('rules.quorum')}
            data={shares(present.quorumPerMillion)}
            value={String(wanted.quorum ?? present.quorumPerMillion)}
            allowDeselect={false}
            onChange={(share) => change({ quorum: Number(share) })}
          />
          <Select
            label={t('rules.methodName')}
            data={METHODS.map((one) => ({ value: one, label: t(`rules.methodOf.${one}`) }))}
            value={method}
            allowDeselect={false}
            onChange={(one) => change({ method: one as WantedRule['method'] })}
          />
          {(method === 'SUPERMAJORITY' || method === 'BLOCK') && (
            <Select
              label={t('rules.threshold')}
              data={shares(present.thresholdPerMillion)}
              value={String(wanted.threshold ?? present.thresholdPerMillion)}
              allowDeselect={false}
              onChange={(share) => change({ threshold: Number(share) })}
            />
          )}
          <Select
            label={t('rules.dialogueName')}
            data={lengths(secondsOf(present.dialogueMinimum), DIALOGUES)}
            value={String(wanted.dialogueSeconds ?? secondsOf(present.dialogueMinimum))}
            allowDeselect={false}
            onChange={(seconds) => change({ dialogueSeconds: Number(seconds) })}
            error={fieldError(error, 'dialogueMinimum')}
          />
          <NumberInput
            label={t('rules.voicesName')}
            min={0}
            max={1000}
            allowDecimal={false}
            value={wanted.voices ?? present.voicesMinimum}
            onChange={(count) => change({ voices: Number(count) })}
          />
          <Select
            label={t('rules.ballotMinimum')}
            data={lengths(secondsOf(present.ballotMinimum), BALLOTS)}
            value={String(wanted.minimumSeconds ?? secondsOf(present.ballotMinimum))}
            allowDeselect={false}
            onChange={(seconds) => change({ minimumSeconds: Number(seconds) })}
            error={fieldError(error, 'ballotMinimum')}
          />
        </>
      )}
    </>
  );
}
