import { Button, Select, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deputy } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { Day } from '@/shared/ui/When';
import { PersonName } from '@/shared/ui/Who';
import { type DeputyAct, deputies, useAnswerDeputy, useNameDeputy } from './deputizing';
import { people } from './queries';

/** Who votes for my firm while a delegate is away. */
export function Deputies() {
  const { t } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(deputies(here.id));
  const list = found.data ?? [];
  if (list.length === 0 && !here.delegate) return null;
  return (
    <Section title={t('deputy.title')}>
      {list.length > 0 && (
        <ul className={page.list}>
          {list.map((deputy) => (
            <Line key={deputy.id} deputy={deputy} />
          ))}
        </ul>
      )}
      {here.delegate && <Naming />}
    </Section>
  );
}

function Line({ deputy }: { deputy: Deputy }) {
  const { t } = useTranslation();
  const here = useHere();
  const answer = useAnswerDeputy(here.id, deputy.id);
  const named = here.me.id === deputy.person;
  const acts: DeputyAct[] =
    deputy.state === 'NAMED' && named
      ? ['acceptance', 'declination']
      : ['NAMED', 'ACCEPTED'].includes(deputy.state) && (named || here.me.id === deputy.delegate)
        ? ['end']
        : [];
  return (
    <li className={page.row}>
      <span className={page.grow}>
        <PersonName id={deputy.person} /> {t('deputy.standsInFor')}{' '}
        <PersonName id={deputy.delegate} />
        <span className={`${page.small} ${page.soft}`}>
          {' · '}
          <Day at={deputy.from} /> – <Day at={deputy.until} /> · {t(`deputy.state.${deputy.state}`)}
        </span>
        <Refused error={answer.error} />
      </span>
      {acts.map((act) => (
        <Button
          key={act}
          size="compact-sm"
          variant={act === 'acceptance' ? 'filled' : 'default'}
          loading={answer.isPending && answer.variables === act}
          onClick={() => answer.mutate(act)}
        >
          {t(`deputy.act.${act}`)}
        </Button>
      ))}
    </li>
  );
}

/** Days begin and end where the delegate is. */
function midnight(date: string) {
  return new Date(`${date}T00:00`).toISOString();
}

function Naming() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className={page.soft}>{t('deputy.help')}</p>
      {open ? (
        <NamingForm done={() => setOpen(false)} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('deputy.begin')}
          </Button>
        </div>
      )}
    </>
  );
}

function NamingForm({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const here = useHere();
  const colleagues = useInfiniteQuery(people(here.id, { organization: here.organization }));
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const name = useNameDeputy(here.id, done);
  const choice = (colleagues.data ?? [])
    .filter((one) => one.state === 'ACTIVE' && !one.delegate)
    .map((one) => ({ value: one.id, label: one.name }));
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (person) name.mutate({ person, from: midnight(from), until: midnight(until) });
      }}
    >
      <Select
        label={t('deputy.person')}
        data={choice}
        value={person}
        onChange={setPerson}
        searchable
        required
        error={fieldError(name.error, 'person')}
      />
      <TextInput
        type="date"
        label={t('deputy.from')}
        required
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('deputy.until')}
        description={t('deputy.untilHelp')}
        required
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
        error={fieldError(name.error, 'until')}
      />
      <div className={page.acts}>
        <Button type="submit" loading={name.isPending} disabled={!person || !from || !until}>
          {t('deputy.name')}
        </Button>
        <Button variant="subtle" color="gray" onClick={done}>
          {t('common.cancel')}
        </Button>
      </div>
      <Refused error={name.error} />
    </form>
  );
}
