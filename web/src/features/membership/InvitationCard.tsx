import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceivedInvitation, Term } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { When } from '@/shared/ui/When';
import { termsOf } from './agreeing';
import { useAccept, useDecline } from './queries';
import { Terms } from './Terms';

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
          <WithTerms invitation={invitation} joined={joined} />
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

/** What is in force is read before it is accepted. */
function WithTerms(props: Props) {
  const found = useQuery(termsOf(props.invitation));
  return <Loaded query={found}>{({ items }) => <Acceptance {...props} terms={items} />}</Loaded>;
}

function Acceptance({ invitation, joined, terms }: Props & { terms: Term[] }) {
  const { t } = useTranslation();
  const [agreed, setAgreed] = useState<string[]>([]);
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
        accept.mutate({
          ownInterest: draft.value.ownInterest.trim(),
          agreements: terms.map(({ agreement, version }) => ({ agreement, version })),
        });
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
      <Terms terms={terms} agreed={agreed} change={setAgreed} />
      <div className={page.acts}>
        <Button
          type="submit"
          loading={accept.isPending}
          disabled={draft.value.ownInterest.trim().length < 10 || agreed.length < terms.length}
        >
          {t('invitation.join')}
        </Button>
      </div>
      <Refused error={accept.error} />
    </form>
  );
}
