import { Button, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Organization } from '@/shared/api/types';
import { organizations } from '@/shared/directory/directory';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { Firm } from '@/shared/ui/Who';
import { FirmFields } from './FirmFields';
import { domainsFrom, freeColour } from './naming';
import { useEnrol } from './queries';

type Way = 'account' | 'provider';

const EMPTY = {
  name: '',
  shortName: '',
  colour: '',
  domains: '',
  way: 'account' as Way,
  provider: '',
};

/** Making a firm part of the alliance. Its people still join by their own act. */
export function EnrolPage() {
  const { t } = useTranslation();
  const here = useHere();
  const firms = useQuery(organizations(here.id));
  return (
    <Page title={t('enrol.title')} lead={t('enrol.lead')}>
      <Loaded query={firms}>
        {(known) => (
          <>
            {here.delegate ? (
              <EnrolForm taken={[...known.values()].map((firm) => firm.colour)} />
            ) : (
              <p className={page.soft}>{t('enrol.onlyDelegates')}</p>
            )}
            <Enrolled firms={[...known.values()]} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function EnrolForm({ taken }: { taken: string[] }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const { value, change, clear } = useDraft(`enrol.${here.id}`, EMPTY);
  const enrol = useEnrol(here.id, () => {
    say(t('enrol.done', { firm: value.name }));
    clear();
  });
  const colour = value.colour || freeColour(taken);
  const own = value.way === 'provider';
  const ready =
    value.name.trim() &&
    value.shortName.trim() &&
    (own ? value.provider.trim() : domainsFrom(value.domains).length > 0);

  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        enrol.mutate({
          name: value.name.trim(),
          shortName: value.shortName.trim(),
          colour,
          mailDomains: domainsFrom(value.domains),
          identityProvider: own ? value.provider.trim() : null,
          role: 'FIRM',
        });
      }}
    >
      <FirmFields
        words={{ ...value, colour }}
        change={change}
        error={enrol.error}
        domainsNeeded={!own}
      />
      <Radio.Group
        label={t('enrol.way')}
        description={t('enrol.wayHelp')}
        value={value.way}
        onChange={(way) => change({ way: way as Way })}
      >
        <div className={page.choices}>
          <Radio value="account" label={t('enrol.byAccount')} />
          <Radio value="provider" label={t('enrol.byProvider')} />
        </div>
      </Radio.Group>
      {own && (
        <TextInput
          label={t('enrol.provider')}
          description={t('enrol.providerHelp')}
          required
          maxLength={64}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={value.provider}
          onChange={(event) => change({ provider: event.currentTarget.value })}
          error={fieldError(enrol.error, 'identityProvider')}
        />
      )}
      <div className={page.acts}>
        <Button type="submit" loading={enrol.isPending} disabled={!ready}>
          {t('enrol.act')}
        </Button>
      </div>
      <Refused error={enrol.error} />
    </form>
  );
}

function Enrolled({ firms }: { firms: Organization[] }) {
  const { t } = useTranslation();
  const { slug } = useHere();
  return (
    <Section
      title={t('enrol.firms', { count: firms.length })}
      aside={
        <Link to="/a/$slug/people/invite" params={{ slug }} className={page.link}>
          {t('people.invite')}
        </Link>
      }
    >
      <ul className={page.list}>
        {firms.map((firm) => (
          <li key={firm.id} className={page.row}>
            <span className={page.grow}>
              <Link
                to="/a/$slug/firms/$firm"
                params={{ slug, firm: firm.id }}
                className={page.quiet}
              >
                {firm.name}
              </Link>{' '}
              <Firm id={firm.id} />
            </span>
            <span className={`${page.small} ${page.soft}`}>
              {firm.role === 'SPONSOR' && `${t('enrol.isSponsor')} · `}
              {t('enrol.members', { count: firm.members })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
