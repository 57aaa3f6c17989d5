import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewProxy, Proposal } from '@/shared/api/types';
import { usePeopleNamed } from '@/shared/directory/search';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { useGiveProxy } from './proxying';

interface Props {
  proposal?: Proposal;
  body: NewProxy['body'];
  close: () => void;
}

/** To whom a vote is given, and until when; for one proposal with its ballot at the latest. */
export function ProxyForm({ proposal, body, close }: Props) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const [holder, hold] = useState<string | null>(null);
  const [until, end] = useState('');
  const { found, type } = usePeopleNamed(here.id);
  const give = useGiveProxy(here.id, () => {
    say(t('proxy.given'));
    close();
  });
  const choice = found
    .filter((one) => one.id !== here.me.id)
    .map((one) => ({ value: one.id, label: one.name }));
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!holder) return;
        const last = until ? new Date(`${until}T00:00`).toISOString() : undefined;
        give.mutate({ holder, body, proposal: proposal?.id, until: last });
      }}
    >
      <Select
        label={t('proxy.holder')}
        description={t('proxy.holderHelp')}
        data={choice}
        value={holder}
        onChange={hold}
        onSearchChange={type}
        searchable
        required
        error={fieldError(give.error, 'holder')}
      />
      {!proposal && (
        <TextInput
          type="date"
          label={t('proxy.end')}
          description={t('proxy.endHelp')}
          value={until}
          onChange={(event) => end(event.currentTarget.value)}
          error={fieldError(give.error, 'until')}
        />
      )}
      <div className={page.acts}>
        <Button type="submit" loading={give.isPending} disabled={!holder}>
          {t('proxy.give')}
        </Button>
        <Button variant="subtle" color="gray" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
      <Refused error={give.error} />
    </form>
  );
}
