import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeopleNamed } from '@/shared/directory/search';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { contributionDetail, useHandOverAsk } from './queries';

/** Names who is asked to answer instead of me. */
export function HandOverAsk({ contribution, close }: { contribution: string; close: () => void }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const [person, setPerson] = useState<string | null>(null);
  const work = useQuery(contributionDetail(here.id, contribution)).data;
  const { found, type } = usePeopleNamed(here.id);
  const hand = useHandOverAsk(here.id, contribution, () => {
    say(t('leave.handedAsk'));
    close();
  });
  const choice = found
    .filter((one) => one.id !== here.me.id && one.organization !== work?.organization)
    .filter((one) => !work?.turn.includes(one.id))
    .map((one) => ({ value: one.id, label: one.name }));
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (person) hand.mutate(person);
      }}
    >
      <Select
        label={t('leave.askPerson')}
        description={t('leave.askPersonHelp')}
        data={choice}
        value={person}
        onChange={setPerson}
        onSearchChange={type}
        searchable
        error={fieldError(hand.error, 'person')}
      />
      <div className={page.acts}>
        <Button type="submit" loading={hand.isPending} disabled={!person}>
          {t('leave.handAsk')}
        </Button>
        <Button variant="subtle" color="gray" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
      <Refused error={hand.error} />
    </form>
  );
}
