import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { useAcknowledge, useRefuse } from './queries';

const NO_NOTE = { note: '' };
const NO_REASON = { reason: '' };

/** Answering the work of another firm: taken in with thanks, or declined with a reason. Nothing ends in silence. */
export function Answer({ work }: { work: Contribution }) {
  const { t } = useTranslation();
  const here = useHere();
  const [declining, setDeclining] = useState(false);
  const foreign = work.organization !== here.organization;
  const answered = work.acknowledgements.some((one) => one.by === here.me.id);
  const mine = here.class === 'MEMBER' || work.turn.includes(here.me.id);

  if (!mine || work.state === 'HISTORICAL' || work.state === 'DECLINED' || answered) return null;
  if (!foreign)
    return work.state === 'OPEN' ? <p className={page.soft}>{t('answer.otherFirm')}</p> : null;
  return (
    <Section title={work.state === 'OPEN' ? t('answer.title') : t('answer.also')}>
      {declining ? (
        <Decline work={work} back={() => setDeclining(false)} />
      ) : (
        <Acknowledge work={work} decline={() => setDeclining(true)} />
      )}
    </Section>
  );
}

function Acknowledge({ work, decline }: { work: Contribution; decline: () => void }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const { value, change, clear } = useDraft(`acknowledge.${work.id}`, NO_NOTE);
  const acknowledge = useAcknowledge(here.id, work.id, () => {
    clear();
    say(t('answer.acknowledged'));
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        acknowledge.mutate(value.note.trim());
      }}
    >
      <Textarea
        label={t('answer.note')}
        description={t('answer.noteHelp')}
        autosize
        minRows={2}
        maxLength={2000}
        value={value.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <div className={page.acts}>
        <Button type="submit" loading={acknowledge.isPending}>
          {t('answer.acknowledge')}
        </Button>
        {work.state === 'OPEN' && (
          <Button variant="subtle" color="gray" onClick={decline}>
            {t('answer.decline')}
          </Button>
        )}
      </div>
      <Refused error={acknowledge.error} />
    </form>
  );
}

function Decline({ work, back }: { work: Contribution; back: () => void }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const { value, change, clear } = useDraft(`decline.${work.id}`, NO_REASON);
  const refuse = useRefuse(here.id, work.id, () => {
    clear();
    say(t('answer.declined'));
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        refuse.mutate(value.reason.trim());
      }}
    >
      <Textarea
        label={t('answer.reason')}
        description={t('answer.reasonHelp')}
        required
        autoFocus
        autosize
        minRows={3}
        maxLength={2000}
        value={value.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        error={fieldError(refuse.error, 'reason')}
      />
      <div className={page.acts}>
        <Button type="submit" loading={refuse.isPending} disabled={!value.reason.trim()}>
          {t('answer.declineWithReason')}
        </Button>
        <Button variant="subtle" color="gray" onClick={back}>
          {t('common.back')}
        </Button>
      </div>
      <Refused error={refuse.error} />
    </form>
  );
}
