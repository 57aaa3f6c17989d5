import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { DecidedDeadline, Proposal, Purpose, Rulebook } from '@/shared/api/types';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { day } from '@/shared/text/time';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { Day } from '@/shared/ui/When';
import { WithRules } from './ClosesField';
import { DecidedBy, VoteLink } from './Decided';
import { type Amending, MotionForm, Reason, useWords } from './MotionForm';

type Act = 'moreTime' | 'closeIt';

interface Props {
  purpose: Purpose;
  /** The ballots, as soon as they are known: one at a time decides about a purpose. */
  ballots: Proposal[] | undefined;
}

/** How long the purpose has, what can be proposed about that, and what was decided before. */
export function PurposeTime({ purpose, ballots }: Props) {
  const { t } = useTranslation();
  const here = useHere();
  const member = useIsMember();
  const [act, setAct] = useState<Act>('moreTime');
  const [acting, setActing] = useState(false);
  const ballot = ballots?.find((one) => one.state === 'OPEN' && one.purpose === purpose.id);
  const choose = (chosen: Act) => {
    setAct(chosen);
    setActing(true);
  };
  if (!purpose.deadline) return null;
  return (
    <Section title={t('purpose.time')}>
      <p className={purpose.overdue ? page.warm : undefined}>
        <Trans
          i18nKey={purpose.overdue ? 'purpose.overdue' : 'purpose.until'}
          components={{ day: <Day at={purpose.deadline} /> }}
        />
      </p>
      {ballot && (
        <p>
          <Trans
            i18nKey="purpose.onBallot"
            components={{ vote: <VoteLink proposal={ballot.id} /> }}
          />
        </p>
      )}
      {ballots && !ballot && member && !here.history && (
        <div className={page.acts}>
          <Button
            variant={purpose.overdue ? 'filled' : 'default'}
            onClick={() => choose('moreTime')}
          >
            {t('purpose.moreTime')}
          </Button>
          <Button variant="default" onClick={() => choose('closeIt')}>
            {t('purpose.closeIt')}
          </Button>
        </div>
      )}
      {purpose.deadlines.length > 1 && <Lineage deadlines={purpose.deadlines} />}
      <Modal opened={acting} onClose={() => setActing(false)} title={t(`purpose.${act}`)} size="md">
        <WithRules>
          {(rules) =>
            act === 'closeIt' ? (
              <CloseForm purpose={purpose} rules={rules} />
            ) : (
              <RenewForm purpose={purpose} rules={rules} />
            )
          }
        </WithRules>
      </Modal>
    </Section>
  );
}

function Lineage({ deadlines }: { deadlines: DecidedDeadline[] }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={`${page.small} ${page.soft}`}>{t('purpose.deadlines')}</p>
      <ul className={page.list} aria-label={t('purpose.deadlines')}>
        {[...deadlines].reverse().map((one) => (
          <li key={one.decision.proposal} className={page.row}>
            <div className={page.grow}>
              <span className={page.strong}>
                <Day at={one.deadline} />
              </span>
              <p className={`${page.small} ${page.soft}`}>
                {one.reason ?? t('purpose.firstDeadline')}
              </p>
            </div>
            <span className={`${page.small} ${page.soft}`}>
              <DecidedBy decision={one.decision} text="purpose.decidedBy" />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface FormProps {
  purpose: Pick<Purpose, 'id' | 'deadline'>;
  rules: Rulebook;
  amends?: Amending;
}

const NO_RENEWAL = { deadline: '', reason: '' };
const NO_CONCLUSION = { outcome: '' };

export function RenewForm({ purpose, rules, amends }: FormProps) {
  const { t, i18n } = useTranslation();
  const words = useWords(`renewal.${purpose.id}`, NO_RENEWAL, amends, ({ renewal }) => ({
    deadline: renewal?.deadline ?? '',
    reason: renewal?.reason ?? '',
  }));
  const { deadline, reason } = words.value;
  return (
    <MotionForm
      rules={rules}
      matter="PURPOSE"
      ready={Boolean(deadline && reason.trim())}
      motion={{ renewal: { purpose: purpose.id, deadline, reason } }}
      amends={amends}
      opened={words.clear}
    >
      {(error) => (
        <>
          <TextInput
            type="date"
            label={t('purpose.newDeadline')}
            description={t('purpose.newDeadlineHelp', {
              day: day(purpose.deadline ?? '', i18n.language),
            })}
            required
            value={deadline}
            onChange={(event) => words.change({ deadline: event.currentTarget.value })}
            error={fieldError(error, 'deadline')}
          />
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

export function CloseForm({ purpose, rules, amends }: FormProps) {
  const { t } = useTranslation();
  const words = useWords(`conclusion.${purpose.id}`, NO_CONCLUSION, amends, ({ conclusion }) => ({
    outcome: conclusion ?? '',
  }));
  const { outcome } = words.value;
  return (
    <MotionForm
      rules={rules}
      matter="PURPOSE"
      ready={Boolean(outcome.trim())}
      motion={{ conclusion: { purpose: purpose.id, outcome } }}
      amends={amends}
      opened={words.clear}
    >
      {(error) => (
        <Textarea
          label={t('purpose.outcome')}
          description={t('purpose.outcomeHelp')}
          required
          autosize
          minRows={3}
          maxLength={2000}
          value={outcome}
          onChange={(event) => words.change({ outcome: event.currentTarget.value })}
          error={fieldError(error, 'outcome')}
        />
      )}
    </MotionForm>
  );
}
