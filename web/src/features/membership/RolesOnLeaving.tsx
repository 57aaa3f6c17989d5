import { Button, Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Body, Handover } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { Day } from '@/shared/ui/When';
import { PersonName, usePersonName } from '@/shared/ui/Who';
import { deputies } from './deputizing';
import { handovers, useAnswerHandover, useOfferRole } from './handing';
import { firm, people } from './queries';

const HELD_AS = { ADMINISTRATOR: 'administrator', DELEGATE: 'delegate' } as const;
const ROLES = ['ADMINISTRATOR', 'DELEGATE'] as const;

type Role = (typeof ROLES)[number];

/** What I do for my firm, to whom it falls when I go, and to whom I would rather give it. */
export function RolesOnLeaving() {
  const here = useHere();
  const read = useQuery(firm(here.id, here.organization));
  return <Loaded query={read}>{(body) => <Shown body={body} />}</Loaded>;
}

function Shown({ body }: { body: Body }) {
  const { t } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(handovers(here.id));
  const me = body.officials.find((one) => one.person === here.me.id);
  const held = ROLES.filter((role) => me?.[HELD_AS[role]]);
  const offers = found.data?.filter(
    (one) => one.from === here.me.id && one.state === 'OFFERED' && held.includes(one.role),
  );
  return (
    <>
      <Section title={t('leaving.roles', { firm: body.name })}>
        {held.length === 0 && <p className={page.soft}>{t('leaving.noRoles')}</p>}
        {held.map((role) => (
          <RoleHeld
            key={role}
            role={role}
            body={body}
            offer={offers?.find((one) => one.role === role)}
          />
        ))}
      </Section>
      <DeputiesOnLeaving />
    </>
  );
}

function RoleHeld({ role, body, offer }: { role: Role; body: Body; offer?: Handover }) {
  const { t } = useTranslation();
  const here = useHere();
  const named = usePersonName(offer?.person);
  const others = body.officials.filter(
    (one) => one.person !== here.me.id && one[HELD_AS[role]],
  ).length;
  const becomes =
    others > 0 ? 'others' : offer ? 'named' : body.members > 1 ? 'longest' : ('alone' as const);
  return (
    <article className={page.card}>
      <div className={page.form}>
        <h3 className={page.strong}>{t(`leaving.role.${role}`)}</h3>
        <p className={page.soft}>{t(`leaving.becomes.${becomes}`, { name: named })}</p>
        {offer ? (
          <Waiting offer={offer} />
        ) : (
          body.members > 1 && <Offering role={role} body={body} />
        )}
      </div>
    </article>
  );
}

function Waiting({ offer }: { offer: Handover }) {
  const { t } = useTranslation();
  const withdraw = useAnswerHandover(useHere().id, offer.id);
  return (
    <>
      <p role="status">
        {t('leaving.waiting')} <PersonName id={offer.person} />
      </p>
      <div className={page.acts}>
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate('withdrawal')}
        >
          {t('leaving.withdraw')}
        </Button>
      </div>
      <Refused error={withdraw.error} />
    </>
  );
}

function Offering({ role, body }: { role: Role; body: Body }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const [person, setPerson] = useState<string | null>(null);
  const colleagues = useInfiniteQuery(people(here.id, { organization: body.id }));
  const offer = useOfferRole(here.id, () => {
    setPerson(null);
    say(t('leaving.offered'));
  });
  const choice = (colleagues.data ?? [])
    .filter((one) => one.id !== here.me.id && one.state === 'ACTIVE' && one.class === 'MEMBER')
    .filter((one) => !one[HELD_AS[role]])
    .map((one) => ({ value: one.id, label: one.name }));
  if (choice.length === 0) return null;
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (person) offer.mutate({ person, role });
      }}
    >
      <Select
        label={t('leaving.person')}
        description={t('leaving.personHelp')}
        data={choice}
        value={person}
        onChange={setPerson}
        searchable
        error={fieldError(offer.error, 'person')}
      />
      <div className={page.acts}>
        <Button type="submit" variant="default" loading={offer.isPending} disabled={!person}>
          {t('leaving.offer')}
        </Button>
      </div>
      <Refused error={offer.error} />
    </form>
  );
}

/** Who stands in for me, and for whom I do: it ends with me. */
function DeputiesOnLeaving() {
  const { t } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(deputies(here.id));
  const mine = (found.data ?? []).filter(
    (one) =>
      ['NAMED', 'ACCEPTED'].includes(one.state) && [one.delegate, one.person].includes(here.me.id),
  );
  if (mine.length === 0) return null;
  return (
    <Section title={t('leaving.deputies')}>
      <p className={page.soft}>{t('leaving.deputiesEnd')}</p>
      <ul className={page.list}>
        {mine.map((one) => (
          <li key={one.id} className={page.row}>
            <span className={page.grow}>
              <PersonName id={one.person} /> {t('deputy.standsInFor')}{' '}
              <PersonName id={one.delegate} />
            </span>
            <span className={`${page.small} ${page.soft}`}>
              <Day at={one.from} /> – <Day at={one.until} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
