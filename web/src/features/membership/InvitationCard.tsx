import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceivedInvitation } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { When } from '@/shared/ui/When';
import { useAccept, useDecline } from './queries';

const EMPTY = { ownInterest: '' };

interface Props {
  invitation: ReceivedInvitation;
  joined: (slug: string) => void;
}

/** An invitation addressed to me: who asks, why me, what for. Only my own answer makes me a member. */
export function InvitationCard({ invitation, joined }: Props) {
  const { t } = useTranslation();
  const [answering, setAnswering] = useState(false);
  const decline = useDecline(invitation);

  return (
    <article className={page.card} aria-label={invitation.allianceName}>
      <div className={page.form}>
        <div>
          <p className={page.strong}>
            {t('invitation.from', {
              inviter: invitation.inviterName,
              firm: invitation.inviterOrganization,
            })}
          </p>
          <p className={`${page.small} ${page.soft}`}>
            {t('invitation.for', {
              alliance: invitation.allianceName,
              firm: invitation.organizationName,
            })}
            {' · '}
            <When at={invitation.sentAt} />
          </p>
        </div>
        <dl className={page.facts}>
          <dt>{t('invitation.as')}</dt>
          <dd>
            {t(`class.${invitation.class}`)}. {t(`classHelp.${invitation.class}`)}
          </dd>
          <dt>{t('invitation.reason')}</dt>
          <dd>{invitation.reason}</dd>
          <dt>{t('invitation.ask')}</dt>
          <dd>{invitation.ask}</dd>
        </dl>
        {answering ? (
          <Acceptance invitation={invitation} joined={joined} />
        ) : (
          <div className={page.acts}>
            <Button onClick={() => setAnswering(true)}>{t('invitation.accept')}</Button>
            <Button
              variant="subtle"
              color="gray"
              loading={decline.isPending}
              onClick={() => decline.mutate(undefined)}
            >
              {t('invitation.decline')}
            </Button>
            <span className={`${page.small} ${page.soft}`}>{t('invitation.blameless')}</span>
          </div>
        )}
        <Refused error={decline.error} />
      </div>
    </article>
  );
}

function Acceptance({ invitation, joined }: Props) {
  const { t } = useTranslation();
  const draft = useDraft(`interest.${invitation.id}`, EMPTY);
  const accept = useAccept(invitation, (slug) => {
    draft.clear();
    joined(slug);
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate(draft.value.ownInterest.trim());
      }}
    >
      <Textarea
        label={t('invitation.ownInterest')}
        description={t('invitation.ownInterestHelp')}
        data-autofocus
        autoFocus
        required
        autosize
        minRows={2}
        minLength={10}
        maxLength={2000}
        value={draft.value.ownInterest}
        onChange={(event) => draft.change({ ownInterest: event.currentTarget.value })}
        error={fieldError(accept.error, 'ownInterest')}
      />
      <div className={page.acts}>
        <Button
          type="submit"
          loading={accept.isPending}
          disabled={draft.value.ownInterest.trim().length < 10}
        >
          {t('invitation.join')}
        </Button>
      </div>
      <Refused error={accept.error} />
    </form>
  );
}
