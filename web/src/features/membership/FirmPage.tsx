import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import clsx from 'clsx';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Body, Person } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { Firm, PersonName } from '@/shared/ui/Who';
import { Deputies } from './Deputies';
import { FirmLeaving } from './FirmLeaving';
import { FirmMerging } from './FirmMerging';
import { FirmMoves } from './FirmMoves';
import { Offices } from './Offices';
import css from './people.module.css';
import { firm, people, useDescribeFirm, useEntrust, useSetSeats } from './queries';

/** One firm: its people and who answers for it; its administrators decide here. */
export function FirmPage({ id, consequences }: { id: string; consequences: ReactNode }) {
  const here = useHere();
  const read = useQuery(firm(here.id, id));
  return (
    <Loaded query={read}>{(body) => <Shown body={body} consequences={consequences} />}</Loaded>
  );
}

function Shown({ body, consequences }: { body: Body; consequences: ReactNode }) {
  const { t } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(people(here.id, { organization: body.id }));
  const administrator = body.inner?.administrator === true;
  return (
    <Page
      title={body.name}
      lead={
        <span className={page.inline}>
          <Firm id={body.id} />
          {body.leftAt ? t('firm.hasLeft') : t('enrol.members', { count: body.members })}
        </span>
      }
    >
      {body.inner && (
        <Section title={t('firm.seats')}>
          <p className={page.soft}>
            {body.inner.seats == null
              ? t('firm.seatsFree')
              : t('firm.seatsTaken', { taken: body.members, seats: body.inner.seats })}{' '}
            {body.inner.openInvitations > 0 &&
              t('firm.openInvitations', { count: body.inner.openInvitations })}
          </p>
          {administrator && <Seats key={body.inner.seats} body={body} />}
        </Section>
      )}
      <Section title={t('people.title')}>
        <EndlessList
          query={found}
          keyOf={(person) => person.id}
          empty={<Empty>{t('people.nobody')}</Empty>}
        >
          {(person) => <Line person={person} body={body} />}
        </EndlessList>
      </Section>
      <Offices organization={body.id} />
      {body.inner && <Deputies />}
      {body.inner && <FirmMoves />}
      {administrator && (
        <Section title={t('firmLogin.title')}>
          <p className={page.soft}>
            <Link
              to="/a/$slug/firms/$firm/login"
              params={{ slug: here.slug, firm: body.id }}
              className={page.link}
            >
              {t('firmLogin.link')}
            </Link>
          </p>
        </Section>
      )}
      {administrator && <Description key={body.name + body.shortName + body.colour} body={body} />}
      {administrator && body.role === 'FIRM' && <FirmMerging body={body} />}
      <FirmLeaving body={body} consequences={consequences} />
    </Page>
  );
}

function Line({ person, body }: { person: Person; body: Body }) {
  const { t } = useTranslation();
  const entrust = useEntrust(useHere().id, body.id, person.id);
  const { administrator, delegate } = person;
  const besides = person.organization !== body.id;
  if (!body.inner?.administrator || person.state !== 'ACTIVE' || besides)
    return (
      <div className={css.person}>
        <PersonName id={person.id} />
        <span className={css.facts}>
          {administrator && !besides && <span>{t('firm.administrator')}</span>}
          {delegate && !besides && <span>{t('people.delegate')}</span>}
          {besides && <span>{t('firm.besides')}</span>}
        </span>
      </div>
    );
  return (
    <div className={clsx(page.row, css.entrusted)}>
      <span className={page.grow}>
        <PersonName id={person.id} />
        <Refused error={entrust.error} />
      </span>
      <Checkbox
        label={t('firm.administrator')}
        checked={administrator}
        disabled={entrust.isPending}
        onChange={(event) =>
          entrust.mutate({ administrator: event.currentTarget.checked, delegate })
        }
      />
      <Checkbox
        label={t('people.delegate')}
        checked={delegate}
        disabled={entrust.isPending}
        onChange={(event) =>
          entrust.mutate({ administrator, delegate: event.currentTarget.checked })
        }
      />
    </div>
  );
}

function Seats({ body }: { body: Body }) {
  const { t } = useTranslation();
  const set = useSetSeats(useHere().id, body.id);
  const [seats, setSeats] = useState<number | ''>(body.inner?.seats ?? '');
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate(seats === '' ? null : seats);
      }}
    >
      <NumberInput
        label={t('firm.seatsField')}
        description={t('firm.seatsHelp')}
        min={1}
        max={100_000}
        allowDecimal={false}
        value={seats}
        onChange={(value) => setSeats(typeof value === 'number' ? value : '')}
        error={fieldError(set.error, 'seats')}
      />
      <div className={page.acts}>
        <Button type="submit" variant="default" loading={set.isPending}>
          {t('firm.setSeats')}
        </Button>
      </div>
      <Refused error={set.error} />
    </form>
  );
}

function Description({ body }: { body: Body }) {
  const { t } = useTranslation();
  const describe = useDescribeFirm(useHere().id, body.id);
  const [words, setWords] = useState({
    name: body.name,
    shortName: body.shortName,
    colour: body.colour,
  });
  return (
    <Section title={t('firm.description')}>
      <form
        className={page.form}
        onSubmit={(event) => {
          event.preventDefault();
          describe.mutate(words);
        }}
      >
        <TextInput
          label={t('firm.name')}
          required
          maxLength={120}
          value={words.name}
          onChange={(event) => setWords({ ...words, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('firm.shortName')}
          required
          maxLength={24}
          value={words.shortName}
          onChange={(event) => setWords({ ...words, shortName: event.currentTarget.value })}
        />
        <TextInput
          type="color"
          label={t('firm.colour')}
          value={words.colour}
          onChange={(event) => setWords({ ...words, colour: event.currentTarget.value })}
        />
        <div className={page.acts}>
          <Button type="submit" variant="default" loading={describe.isPending}>
            {t('firm.describe')}
          </Button>
        </div>
        <Refused error={describe.error} />
      </form>
    </Section>
  );
}
