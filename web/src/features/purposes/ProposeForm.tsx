import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Purpose } from '@/shared/api/types';
import { charter } from '@/shared/directory/charter';
import { useHere } from '@/shared/session/alliance';
import { duration, secondsOf } from '@/shared/text/time';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { missingParts } from './parts';
import { usePropose } from './queries';

/** A little more than the least, because the form is read before it is sent. */
const MARGIN_SECONDS = 600;

/** The value that a field of local date and time understands. */
function localTime(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Opens the ballot: from here on the text is frozen, and so is the list of firms that vote. */
export function ProposeForm({ draft }: { draft: Purpose }) {
  const { data } = useQuery(charter(useHere().id));
  if (!data) return null;
  return <Opened draft={draft} leastSeconds={secondsOf(data.ballotMinimum)} />;
}

function Opened({ draft, leastSeconds }: { draft: Purpose; leastSeconds: number }) {
  const { t, i18n } = useTranslation();
  const here = useHere();
  const navigate = useNavigate();
  const [closes, setCloses] = useState(() =>
    localTime(new Date(Date.now() + (leastSeconds + MARGIN_SECONDS) * 1000)),
  );
  const propose = usePropose(here.id, (proposal) =>
    navigate({ to: '/a/$slug/proposals/$proposal', params: { slug: here.slug, proposal } }),
  );
  const missing = missingParts(draft);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate({ purpose: draft.id, closesAt: new Date(closes).toISOString() });
      }}
    >
      <p className={page.soft}>{t('purpose.voteHelp')}</p>
      <TextInput
        type="datetime-local"
        label={t('purpose.closes')}
        description={t('purpose.closesHelp', { least: duration(leastSeconds, i18n.language) })}
        required
        value={closes}
        onChange={(event) => setCloses(event.currentTarget.value)}
        error={fieldError(propose.error, 'closesAt')}
      />
      {missing.length > 0 && (
        <p className={page.warm}>
          {t('purpose.lacks', { parts: missing.map((part) => t(`purpose.${part}`)).join(', ') })}
        </p>
      )}
      <div className={page.acts}>
        <Button type="submit" loading={propose.isPending} disabled={missing.length > 0 || !closes}>
          {t('purpose.propose')}
        </Button>
        <Refused error={propose.error} />
      </div>
    </form>
  );
}
