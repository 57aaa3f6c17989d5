import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewReview, Proposal } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import {
  hasEnded,
  isLongEnough,
  reviewDays,
  useReviewDecision,
  useStateOutcome,
} from './aftermath';

const FINDINGS = ['KEPT', 'CHANGED', 'ENDED'] as const satisfies NewReview['finding'][];

interface Props {
  proposal: Proposal;
  close: () => void;
}

/** What came of it, and of what was adopted the day on which it is looked at again. */
export function OutcomeForm({ proposal, close }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const { outcome, reviewOn, reviews } = proposal.aftermath;
  const dated = proposal.state === 'ADOPTED' && !hasEnded(reviews);
  const words = useDraft(`outcome.${proposal.id}`, {
    statement: outcome?.statement ?? '',
    day: reviewOn ?? '',
  });
  const { statement, day } = words.value;
  const state = useStateOutcome(useHere().id, proposal.id, outcome?.version, () => {
    words.clear();
    say(t('aftermath.said'));
    close();
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        state.mutate({ statement, ...(dated && day && { reviewOn: day }) });
      }}
    >
      <Textarea
        label={t('aftermath.statement')}
        description={t('aftermath.statementHelp')}
        required
        autoFocus
        autosize
        minRows={2}
        minLength={20}
        maxLength={2000}
        value={statement}
        onChange={(event) => words.change({ statement: event.currentTarget.value })}
        error={fieldError(state.error, 'statement')}
      />
      {dated && (
        <DayField
          present={reviewOn}
          value={day}
          change={(value) => words.change({ day: value })}
          error={fieldError(state.error, 'reviewOn')}
        />
      )}
      <Acts sending={state.isPending} ready={isLongEnough(statement)} cancel={close}>
        <Refused error={state.error} />
      </Acts>
    </form>
  );
}

/** What is found when it is looked at again. */
export function ReviewForm({ proposal, close }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const [finding, find] = useState<NewReview['finding']>('KEPT');
  const [day, setDay] = useState('');
  const [followUp, follow] = useState('');
  const words = useDraft(`review.${proposal.id}`, { text: '' });
  const { text } = words.value;
  const review = useReviewDecision(useHere().id, proposal.id, () => {
    words.clear();
    say(t('aftermath.said'));
    close();
  });
  const { followedBy } = proposal.aftermath;
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        review.mutate({
          finding,
          text,
          ...(finding === 'KEPT' && day && { nextReviewOn: day }),
          ...(followUp && { followUp }),
        });
      }}
    >
      <NativeSelect
        label={t('aftermath.found')}
        autoFocus
        data={FINDINGS.map((value) => ({ value, label: t(`aftermath.finding.${value}`) }))}
        value={finding}
        onChange={(event) => find(event.currentTarget.value as NewReview['finding'])}
      />
      <Textarea
        label={t('aftermath.words')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => words.change({ text: event.currentTarget.value })}
        error={fieldError(review.error, 'text')}
      />
      {finding === 'KEPT' && (
        <DayField value={day} change={setDay} error={fieldError(review.error, 'nextReviewOn')} />
      )}
      {followedBy.length > 0 && (
        <NativeSelect
          label={t('aftermath.followUpIn')}
          data={[
            { value: '', label: t('aftermath.none') },
            ...followedBy.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={followUp}
          onChange={(event) => follow(event.currentTarget.value)}
        />
      )}
      <Acts sending={review.isPending} ready={Boolean(text.trim())} cancel={close}>
        <Refused error={review.error} />
      </Acts>
    </form>
  );
}

interface DayProps {
  /** The day that it has, which stays also when it has come. */
  present?: string | null;
  value: string;
  change: (day: string) => void;
  error: string | undefined;
}

function DayField({ present, value, change, error }: DayProps) {
  const { t } = useTranslation();
  const { min, max } = reviewDays(new Date());
  return (
    <TextInput
      type="date"
      label={t('aftermath.day')}
      description={t('aftermath.dayHelp')}
      min={value === present ? undefined : min}
      max={max}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      error={error}
    />
  );
}

interface ActsProps {
  sending: boolean;
  ready: boolean;
  cancel: () => void;
  children: ReactNode;
}

function Acts({ sending, ready, cancel, children }: ActsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={page.acts}>
        <Button type="submit" loading={sending} disabled={!ready}>
          {t('aftermath.send')}
        </Button>
        <Button variant="subtle" color="gray" onClick={cancel}>
          {t('common.cancel')}
        </Button>
      </div>
      {children}
    </>
  );
}
