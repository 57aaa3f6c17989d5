import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { LifeCycle, Proposal, Rulebook, StageName } from '@/shared/api/types';
import { useHere, useIsMember } from '@/shared/session/alliance';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { WithRules } from './ClosesField';
import { VoteLink } from './Decided';
import { type Amending, MotionForm, useWords } from './MotionForm';

const NO_REASON = { reason: '' };
const ORDER = ['NETWORK', 'FORMING', 'COMMUNITY', 'MATURE'] as const;

/** Where the members can decide to go from here: a step on when its gates are met, back, or to the end. */
export function waysFrom({ stage, next }: Pick<LifeCycle, 'stage' | 'next'>): StageName[] {
  const on = next?.gates.every((gate) => gate.met) ? [next.stage] : [];
  const back = ORDER.slice(0, Math.max(0, ORDER.indexOf(stage as (typeof ORDER)[number])));
  return stage === 'CLOSED' ? [] : [...on, ...back.reverse(), 'CLOSED'];
}

interface Props {
  found: LifeCycle;
  ballots: Proposal[] | undefined;
}

/** Putting a stage to the vote, where none is voted on. */
export function ProposeStage({ found, ballots }: Props) {
  const { t } = useTranslation();
  const { history } = useHere();
  const member = useIsMember();
  const [acting, setActing] = useState(false);
  const ballot = ballots?.find((one) => one.state === 'OPEN' && one.kind === 'CHANGE_STAGE');
  const ways = waysFrom(found);
  if (ballot)
    return (
      <p>
        <Trans i18nKey="stage.onBallot" components={{ vote: <VoteLink proposal={ballot.id} /> }} />
      </p>
    );
  if (!ballots || !member || history || ways.length === 0) return null;
  return (
    <div className={page.acts}>
      <Button
        variant={ways[0] === found.next?.stage ? 'filled' : 'default'}
        onClick={() => setActing(true)}
      >
        {t('stage.propose')}
      </Button>
      <Modal opened={acting} onClose={() => setActing(false)} title={t('stage.propose')} size="md">
        <WithRules>{(rules) => <StageForm rules={rules} ways={ways} />}</WithRules>
      </Modal>
    </div>
  );
}

interface FormProps {
  rules: Rulebook;
  ways: StageName[];
  amends?: Amending;
}

export function StageForm({ rules, ways, amends }: FormProps) {
  const { t } = useTranslation();
  const here = useHere();
  const words = useWords(`stage.${here.id}`, NO_REASON, amends, ({ stage }) => ({
    reason: stage?.reason ?? '',
  }));
  const present = amends?.proposal.stage?.stage;
  const choices = present && !ways.includes(present) ? [present, ...ways] : ways;
  const [stage, setStage] = useState<StageName>(present ?? ways[0] ?? 'CLOSED');
  const { reason } = words.value;
  return (
    <MotionForm
      rules={rules}
      matter="STAGE"
      ready={Boolean(reason.trim())}
      motion={{ stage: { title: t(`stage.says.${stage}`), stage, reason } }}
      amends={amends}
      opened={words.clear}
    >
      {(error) => (
        <>
          <NativeSelect
            label={t('stage.which')}
            data={choices.map((one) => ({ value: one, label: t(`stage.name.${one}`) }))}
            value={stage}
            onChange={(event) => setStage(event.currentTarget.value as StageName)}
          />
          <Textarea
            label={stage === 'CLOSED' ? t('purpose.outcome') : t('purpose.reason')}
            description={stage === 'CLOSED' ? t('stage.endHelp') : t('purpose.reasonHelp')}
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => words.change({ reason: event.currentTarget.value })}
            error={fieldError(error, 'reason')}
          />
        </>
      )}
    </MotionForm>
  );
}
