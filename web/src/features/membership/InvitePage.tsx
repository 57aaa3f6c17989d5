import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Invitation, ParticipantClass } from '@/shared/api/types';
import { organizations } from '@/shared/directory/directory';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Refused } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { When } from '@/shared/ui/When';
import { Firm } from '@/shared/ui/Who';
import { ClassField } from './ClassField';
import { sentInvitations, useInvite } from './queries';

const EMPTY = {
  name: '',
  email: '',
  organization: '',
  reason: '',
  ask: '',
  class: 'MEMBER' as ParticipantClass,
  call: '',
};

interface Props {
  /** What a guest can be invited to; undefined while it is read. */
  goals: { id: string; title: string }[] | undefined;
}

/** One invitation to one person: personal, with a reason and an ask. */
export function InvitePage({ goals }: Props) {
  const { t } = useTranslation();
  return (
    <Page title={t('invite.title')} lead={t('invite.lead')}>
      <InviteForm goals={goals} />
      <Sent />
    </Page>
  );
}

function InviteForm({ goals }: Props) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const firms = useQuery(organizations(here.id)).data;
  const { value, change, clear } = useDraft(`invite.${here.id}`, EMPTY);
  const invite = useInvite(here.id, () => {
    say(t('invite.sent', { name: value.name }));
    clear();
  });
  const error = (field: string) => fieldError(invite.error, field);
  const guest = value.class === 'GUEST';
  const ready = Object.entries(value).every(
    ([field, words]) => words.trim() || (field === 'call' && !guest),
  );

  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate({ ...value, call: guest ? value.call : null });
      }}
    >
      <TextInput
        label={t('invite.name')}
        required
        autoComplete="off"
        value={value.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={error('name')}
      />
      <TextInput
        label={t('invite.email')}
        type="email"
        required
        autoComplete="off"
        value={value.email}
        onChange={(event) => change({ email: event.currentTarget.value })}
        error={error('email')}
      />
      <Select
        label={t('invite.firm')}
        description={
          here.delegate && (
            <>
              {t('enrol.missing')}{' '}
              <Link to="/a/$slug/people/enrol" params={{ slug: here.slug }} className={page.link}>
                {t('enrol.link')}
              </Link>
            </>
          )
        }
        required
        searchable
        data={[...(firms?.values() ?? [])]
          .filter((firm) => !firm.leftAt)
          .map((firm) => ({ value: firm.id, label: firm.name }))}
        value={value.organization || null}
        onChange={(organization) => change({ organization: organization ?? '' })}
        error={error('organization')}
      />
      <ClassField
        value={value.class}
        change={(to) => change({ class: to })}
        guests
        error={error('class')}
      />
      {guest && (
        <Select
          label={t('invite.call')}
          description={t('invite.callHelp')}
          required
          searchable
          data={goals?.map((one) => ({ value: one.id, label: one.title })) ?? []}
          value={value.call || null}
          onChange={(call) => change({ call: call ?? '' })}
          error={error('call')}
        />
      )}
      <Textarea
        label={t('invite.reason')}
        description={t('invite.reasonHelp')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={value.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        error={error('reason')}
      />
      <Textarea
        label={t('invite.ask')}
        description={t('invite.askHelp')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={value.ask}
        onChange={(event) => change({ ask: event.currentTarget.value })}
        error={error('ask')}
      />
      <div className={page.acts}>
        <Button type="submit" loading={invite.isPending} disabled={!ready}>
          {t('invite.send')}
        </Button>
        <Refused error={invite.error} />
      </div>
    </form>
  );
}

function Sent() {
  const { t } = useTranslation();
  const sent = useInfiniteQuery(sentInvitations(useHere().id));
  return (
    <Section title={t('invite.sentTitle')}>
      <EndlessList
        query={sent}
        keyOf={(invitation) => invitation.id}
        empty={<Empty>{t('invite.noneSent')}</Empty>}
      >
        {(invitation) => <SentLine invitation={invitation} />}
      </EndlessList>
    </Section>
  );
}

function SentLine({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  return (
    <div className={page.row}>
      <div className={page.grow}>
        <span className={page.inline}>
          <span className={page.strong}>{invitation.name}</span>
          <Firm id={invitation.organization} />
          {invitation.class !== 'MEMBER' && (
            <span className={`${page.small} ${page.soft}`}>{t(`class.${invitation.class}`)}</span>
          )}
        </span>
        <p className={`${page.small} ${page.soft}`}>{invitation.ask}</p>
      </div>
      <span className={`${page.small} ${page.soft}`}>
        {t(`invite.state.${invitation.state}`)} · <When at={invitation.sentAt} />
      </span>
    </div>
  );
}
