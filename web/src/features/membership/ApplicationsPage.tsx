import { Button, Textarea } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application, ParticipantClass } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { When } from '@/shared/ui/When';
import { Firm } from '@/shared/ui/Who';
import { applications, ownDoor, useDecide } from './applying';
import { ClassField } from './ClassField';
import { DoorForm } from './DoorForm';

/** Who asks to come in, and what is asked of whoever does: for delegates. */
export function ApplicationsPage() {
  const { t } = useTranslation();
  const { delegate } = useHere();
  return (
    <Page title={t('applications.title')} lead={t('applications.lead')}>
      {delegate ? (
        <>
          <ToDecide />
          <Door />
        </>
      ) : (
        <p className={page.soft}>{t('applications.onlyDelegates')}</p>
      )}
    </Page>
  );
}

function Door() {
  const { t } = useTranslation();
  const door = useQuery(ownDoor(useHere().id));
  return (
    <Section title={t('applications.door')}>
      <Loaded query={door}>{(now) => <DoorForm key={now.version} door={now} />}</Loaded>
    </Section>
  );
}

function ToDecide() {
  const { t } = useTranslation();
  const found = useInfiniteQuery(applications(useHere().id));
  return (
    <EndlessList
      query={found}
      keyOf={(application) => application.id}
      empty={<Empty>{t('applications.none')}</Empty>}
    >
      {(application) => <Card application={application} />}
    </EndlessList>
  );
}

function Card({ application }: { application: Application }) {
  const { t } = useTranslation();
  const [accepting, setAccepting] = useState<boolean>();
  return (
    <article className={page.card} aria-label={application.name}>
      <p className={page.inline}>
        <span className={page.strong}>{application.name}</span>
        <Firm id={application.organization} />
        <span className={`${page.small} ${page.soft}`}>
          {t(`apply.state.${application.state}`)} · <When at={application.appliedAt} />
        </span>
      </p>
      <dl className={page.facts}>
        {application.questions.map((question, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two questions may have the same words
          <div key={at}>
            <dt>{question}</dt>
            <dd>{application.answers[at]}</dd>
          </div>
        ))}
        {application.reason && (
          <div>
            <dt>{t('applications.reason')}</dt>
            <dd>{application.reason}</dd>
          </div>
        )}
      </dl>
      {application.state === 'OPEN' && accepting === undefined && (
        <div className={page.acts}>
          <Button onClick={() => setAccepting(true)}>{t('applications.accept')}</Button>
          <Button variant="default" onClick={() => setAccepting(false)}>
            {t('applications.refuse')}
          </Button>
        </div>
      )}
      {application.state === 'OPEN' && accepting !== undefined && (
        <DecisionForm
          application={application.id}
          accepted={accepting}
          back={() => setAccepting(undefined)}
        />
      )}
    </article>
  );
}

interface Deciding {
  application: string;
  accepted: boolean;
  back: () => void;
}

const EMPTY = { reason: '', ask: '', class: 'MEMBER' as ParticipantClass };

function DecisionForm({ application, accepted, back }: Deciding) {
  const { t } = useTranslation();
  const draft = useDraft(`decide.${application}`, EMPTY);
  const { reason, ask, class: as } = draft.value;
  const decide = useDecide(useHere().id, application, draft.clear);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate({ accepted, reason, ask: accepted ? ask : null, class: as, call: null });
      }}
    >
      <Textarea
        label={t('applications.reason')}
        description={t('applications.reasonHelp')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => draft.change({ reason: event.currentTarget.value })}
        error={fieldError(decide.error, 'reason')}
      />
      {accepted && <ClassField value={as} change={(to) => draft.change({ class: to })} />}
      {accepted && (
        <Textarea
          label={t('invite.ask')}
          description={t('invite.askHelp')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={ask}
          onChange={(event) => draft.change({ ask: event.currentTarget.value })}
          error={fieldError(decide.error, 'ask')}
        />
      )}
      <div className={page.acts}>
        <Button
          type="submit"
          loading={decide.isPending}
          disabled={!reason.trim() || (accepted && !ask.trim())}
        >
          {t(accepted ? 'applications.offer' : 'applications.refuseNow')}
        </Button>
        <Button variant="subtle" color="gray" onClick={back}>
          {t('applications.back')}
        </Button>
      </div>
      <Refused error={decide.error} />
    </form>
  );
}
