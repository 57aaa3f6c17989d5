import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/shared/api/types';
import { organizations } from '@/shared/directory/directory';
import { useHere } from '@/shared/session/alliance';
import { officeName } from '@/shared/text/office';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Icon } from '@/shared/ui/Icon';
import { Empty, Page } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Face, Firm } from '@/shared/ui/Who';
import { Alumni } from './Alumni';
import { Offices } from './Offices';
import css from './people.module.css';
import { people } from './queries';

const TYPING_PAUSE_MILLIS = 200;

/** Everybody, by firm or by name. */
export function PeoplePage() {
  const { t } = useTranslation();
  const here = useHere();
  const [typed, setTyped] = useState('');
  const [organization, setOrganization] = useState<string | null>(null);
  const [query] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MILLIS);
  const found = useInfiniteQuery(
    people(here.id, { query, organization: organization ?? undefined }),
  );
  const firms = useQuery(organizations(here.id)).data;
  const choices = [...(firms?.values() ?? [])]
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((firm) => ({ value: firm.id, label: firm.name }));

  return (
    <Page
      title={t('people.title')}
      lead={firms && t(here.history ? 'people.leadHistory' : 'people.lead', { firms: firms.size })}
      acts={
        !here.history && (
          <>
            <Link
              to="/a/$slug/firms/$firm"
              params={{ slug: here.slug, firm: here.organization }}
              className={page.link}
            >
              {t('firm.mine')}
            </Link>
            <Link to="/a/$slug/agreements" params={{ slug: here.slug }} className={page.link}>
              {t('agreements.title')}
            </Link>
            {here.delegate && (
              <>
                <Link
                  to="/a/$slug/people/applications"
                  params={{ slug: here.slug }}
                  className={page.link}
                >
                  {t('applications.title')}
                </Link>
                <Link to="/a/$slug/people/enrol" params={{ slug: here.slug }} className={page.link}>
                  {t('enrol.link')}
                </Link>
              </>
            )}
            {here.class === 'MEMBER' && (
              <Button
                variant="default"
                leftSection={<Icon name="add" />}
                renderRoot={(props) => (
                  <Link to="/a/$slug/people/invite" params={{ slug: here.slug }} {...props} />
                )}
              >
                {t('people.invite')}
              </Button>
            )}
          </>
        )
      }
    >
      {!here.history && <Offices />}
      <div className={css.filters}>
        <TextInput
          label={t('people.search')}
          type="search"
          leftSection={<Icon name="search" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          label={t('people.firm')}
          placeholder={t('people.allFirms')}
          data={choices}
          value={organization}
          onChange={setOrganization}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('people.allFirms') }}
          limit={100}
        />
      </div>
      <EndlessList
        query={found}
        keyOf={(person) => person.id}
        empty={<Empty>{query ? t('people.nobodyFound', { query }) : t('people.nobody')}</Empty>}
      >
        {(person) => <PersonLine person={person} />}
      </EndlessList>
      {!here.history && <Alumni />}
    </Page>
  );
}

function PersonLine({ person }: { person: Person }) {
  const { t } = useTranslation();
  const here = useHere();
  return (
    <div className={css.person}>
      <Face name={person.name} firm={person.organization} />
      <span>
        <Link
          to="/a/$slug/people/$person"
          params={{ slug: here.slug, person: person.id }}
          className={page.quiet}
        >
          {person.name}
        </Link>
        {person.id === here.me.id && <span className={page.soft}> {t('people.thatsYou')}</span>}
        {person.expertise.length > 0 && (
          <span className={css.expertise}>{person.expertise.join(' · ')}</span>
        )}
      </span>
      <span className={css.facts}>
        <span className={css.role}>
          {person.state === 'UNCLAIMED' && t('people.unclaimed')}
          {person.state === 'ENDED' && t('people.left')}
          {person.offices.map((office) => (
            <span key={office}>{officeName(t, office)} </span>
          ))}
          {person.delegate && t('people.delegate')}
          {person.class && person.class !== 'MEMBER' && t(`class.${person.class}`)}
        </span>
        <span className={page.inline}>
          <Firm id={person.organization} />
          {person.secondOrganization && <Firm id={person.secondOrganization} />}
        </span>
      </span>
    </div>
  );
}
